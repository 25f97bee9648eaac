import type { JournalView } from '@contract/journal.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journalFilePath, journalQuery } from '../../api/operation-queries.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { formatDate } from '../../i18n/dates.js';
import { PeriodChoice } from '../figures/period-choice.js';
import type { Days } from '../figures/period-choice.js';
import { LoadingPage } from '../frame/loading-page.js';

type Entry = JournalView['items'][number];

const columns = ['document', 'with', 'kind', 'on', 'dated', 'type', 'case'] as const;

function Row({ entry: it }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const kind = t(`journal.kinds.${it.journalposttype}`);
  const by = it.forsendelsesmaate === null ? '' : `, ${t(`journal.by.${it.forsendelsesmaate}`)}`;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('journal.number')}>
        {it.journalsekvensnummer}/{it.journalaar}
      </Table.HeaderCell>
      <Table.Cell data-label={t('journal.document')}>
        {it.offentligTittel}
        {it.skjermingshjemmel !== null && (
          <span className="subtle"> ({t('journal.shielded', { law: it.skjermingshjemmel })})</span>
        )}
      </Table.Cell>
      <Table.Cell data-label={t('journal.with')}>{it.korrespondansepart ?? t('journal.within')}</Table.Cell>
      <Table.Cell data-label={t('journal.kind')}>{`${kind}${by}`}</Table.Cell>
      <Table.Cell data-label={t('journal.on')}>{formatDate(it.journaldato)}</Table.Cell>
      <Table.Cell data-label={t('journal.dated')}>{formatDate(it.dokumentetsDato)}</Table.Cell>
      <Table.Cell data-label={t('journal.type')}>{it.dokumenttype}</Table.Cell>
      <Table.Cell data-label={t('journal.case')}>{it.mappeID}</Table.Cell>
    </Table.Row>
  );
}

function Entries({ journal: { items, total }, days }: { readonly journal: JournalView; readonly days: Days }) {
  const { t } = useTranslation();
  return (
    <>
      {items.length < total && <p>{t('journal.some', { shown: items.length, total })}</p>}
      <p>
        <a className="ds-link" href={journalFilePath(days)} download>
          {t('journal.file')}
        </a>
      </p>
      <Table className="cards-on-phone" data-size="sm" aria-label={t('journal.list')}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('journal.number')}</Table.HeaderCell>
            {columns.map((column) => (
              <Table.HeaderCell key={column}>{t(`journal.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {items.map((entry) => (
            <Row key={`${entry.journalaar}/${entry.journalsekvensnummer}`} entry={entry} />
          ))}
        </Table.Body>
      </Table>
    </>
  );
}

function Found({ days }: { readonly days: Days }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(journalQuery(days));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <LoadingPage />;
  if (data.total === 0) return <Empty text={t('journal.empty')} next={t('journal.emptyNext')} />;
  return <Entries journal={data} days={days} />;
}

/** The journal register (postjournal): every document in and out, by number; no person is named. */
export function JournalPage() {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState<Days>();
  const days = chosen ?? { from: `${today.slice(0, 7)}-01`, to: today };

  return (
    <Page title={t('journal.title')} lead={t('journal.lead')}>
      <PeriodChoice key={today} days={days} choose={setChosen} />
      <Found days={days} />
    </Page>
  );
}
