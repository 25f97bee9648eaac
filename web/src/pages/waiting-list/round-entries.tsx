import type { RoundEntryView } from '@contract/round.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { PlacementReasons } from '../../components/placement-reasons.js';
import { OutcomeTag } from './round-outcome.js';

interface EntryProps {
  readonly entry: RoundEntryView;
}

function Who({ entry: { processInstanceId, title } }: EntryProps) {
  const { t } = useTranslation();
  if (processInstanceId === null) return t('rounds.hidden');
  return (
    <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }}>
      {title}
    </PageLink>
  );
}

function Why({ entry: { group, reasons, waitedDays, roundsMissed } }: EntryProps) {
  const { t } = useTranslation();
  return (
    <>
      {roundsMissed > 0 && (
        <Tag data-color="danger" data-size="sm">
          {t('waitingList.missed', { count: roundsMissed })}
        </Tag>
      )}
      {group === null ? t('rounds.noKey') : <PlacementReasons group={group} reasons={reasons} />}
      <div className="subtle">{t('rounds.waited', { count: waitedDays })}</div>
    </>
  );
}

function Outcome({ entry: { outcome, reason, by, taskId, title, isPassedOver } }: EntryProps) {
  const { t } = useTranslation();
  return (
    <>
      <OutcomeTag outcome={outcome} />
      {isPassedOver && <p className="strong">{t('rounds.passed')}</p>}
      {reason !== null && <p>{reason}</p>}
      {by !== null && <p className="subtle">{t('rounds.by', { name: by })}</p>}
      {taskId !== null && (
        <p>
          <PageLink to="/oppgaver/$taskId" params={{ taskId }} aria-label={t('rounds.giveTo', { title: title ?? '' })}>
            {t('rounds.give')}
          </PageLink>
        </p>
      )}
    </>
  );
}

function Matches({ entry: { matches } }: EntryProps) {
  const { t } = useTranslation();
  if (matches.length === 0) return null;
  return (
    <ul className="plain tight">
      {matches.map(({ building, why }, index) => (
        <li key={index}>
          {why.length === 0 ? t('rounds.fits', { building }) : t('rounds.why', { building, why: why.join(' ') })}
        </li>
      ))}
    </ul>
  );
}

function Row({ entry, hasMatches }: EntryProps & { readonly hasMatches: boolean }) {
  const { t } = useTranslation();
  return (
    <Table.Row>
      <Table.Cell data-label={t('rounds.entry.place')}>{entry.place}</Table.Cell>
      <Table.HeaderCell scope="row" data-label={t('rounds.entry.who')}>
        <Who entry={entry} />
      </Table.HeaderCell>
      <Table.Cell data-label={t('rounds.entry.why')}>
        <Why entry={entry} />
      </Table.Cell>
      <Table.Cell data-label={t('rounds.entry.outcome')}>
        <Outcome entry={entry} />
      </Table.Cell>
      {hasMatches && (
        <Table.Cell data-label={t('rounds.entry.match')}>
          <Matches entry={entry} />
        </Table.Cell>
      )}
    </Table.Row>
  );
}

/** Those in a round as rows: where they stood, what was said of them and why, and for whom free homes could have been. */
export function RoundEntries({ items }: { readonly items: readonly RoundEntryView[] }) {
  const { t } = useTranslation();
  const hasMatches = items.some(({ matches }) => matches.length > 0);
  const columns = ['place', 'who', 'why', 'outcome', ...(hasMatches ? (['match'] as const) : [])] as const;
  return (
    <Table className="cards-on-phone top-aligned" data-size="sm">
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column}>{t(`rounds.entry.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map((entry) => (
          <Row key={entry.place} entry={entry} hasMatches={hasMatches} />
        ))}
      </Table.Body>
    </Table>
  );
}
