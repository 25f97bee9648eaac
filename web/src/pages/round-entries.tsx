import type { RoundEntryView } from '@contract/round.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../components/page-link.js';
import { PlacementReasons } from '../components/placement-reasons.js';
import { OutcomeTag } from './round-outcome.js';

interface EntryProps {
  readonly entry: RoundEntryView;
}

function Who({ entry: { processInstanceId, title, roundsMissed, waitedDays } }: EntryProps) {
  const { t } = useTranslation();
  return (
    <>
      {processInstanceId === null ? (
        t('rounds.hidden')
      ) : (
        <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }}>
          {title}
        </PageLink>
      )}
      <div className="subtle">{t('waitingList.days', { count: waitedDays })}</div>
      {roundsMissed > 0 && (
        <Tag data-color="danger" data-size="sm">
          {t('waitingList.missed', { count: roundsMissed })}
        </Tag>
      )}
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

function Row({ entry }: EntryProps) {
  const { t } = useTranslation();
  return (
    <Table.Row>
      <Table.Cell data-label={t('rounds.entry.place')}>{entry.place}</Table.Cell>
      <Table.HeaderCell scope="row" data-label={t('rounds.entry.who')}>
        <Who entry={entry} />
      </Table.HeaderCell>
      <Table.Cell data-label={t('rounds.entry.why')}>
        {entry.group === null ? t('rounds.noKey') : <PlacementReasons group={entry.group} reasons={entry.reasons} />}
      </Table.Cell>
      <Table.Cell data-label={t('rounds.entry.outcome')}>
        <Outcome entry={entry} />
      </Table.Cell>
      <Table.Cell data-label={t('rounds.entry.match')}>
        {entry.matches.length > 0 && (
          <ul className="plain tight">
            {entry.matches.map(({ building, why }) => (
              <li key={building}>
                {why === null ? t('rounds.fits', { building }) : t(`rounds.why.${why}`, { building })}
              </li>
            ))}
          </ul>
        )}
      </Table.Cell>
    </Table.Row>
  );
}

/** Those in a round as rows: where they stood, what was said of them and why, and for whom free homes could have been. */
export function RoundEntries({ items }: { readonly items: readonly RoundEntryView[] }) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone" data-size="sm">
      <Table.Head>
        <Table.Row>
          {(['place', 'who', 'why', 'outcome', 'match'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`rounds.entry.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map((entry) => (
          <Row key={entry.place} entry={entry} />
        ))}
      </Table.Body>
    </Table>
  );
}
