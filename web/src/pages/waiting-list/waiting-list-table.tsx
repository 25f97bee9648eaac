import type { WaitingEntryView } from '@contract/waiting-list.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { PlacementReasons } from '../../components/placement-reasons.js';
import { formatDate, formatShortDate } from '../../i18n/dates.js';
import { HomeWanted } from '../homes/home-wanted.js';

interface EntryProps {
  readonly entry: WaitingEntryView;
}

/** Proof that somebody looks: when last, by when again, and what the last round was. */
function Looked({ entry: { lookedAt, lookBy, isLeftAlone, lastReviewedOn } }: EntryProps) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        {lookedAt === null
          ? t('waitingList.neverLooked')
          : t('waitingList.lookedAt', { at: formatShortDate(lookedAt) })}
      </div>
      {lookBy !== null &&
        (isLeftAlone ? (
          <Tag data-color="danger" data-size="sm">
            {t('waitingList.late', { on: formatShortDate(lookBy) })}
          </Tag>
        ) : (
          <div className="subtle">{t('waitingList.lookBy', { on: formatShortDate(lookBy) })}</div>
        ))}
      <div className="subtle">
        {lastReviewedOn === null
          ? t('waitingList.notReviewed')
          : t('waitingList.reviewed', { on: formatShortDate(lastReviewedOn) })}
      </div>
    </>
  );
}

function Why({ entry: { roundsMissed, group, reasons } }: EntryProps) {
  const { t } = useTranslation();
  return (
    <>
      {roundsMissed > 0 && (
        <Tag data-color="danger" data-size="sm">
          {t('waitingList.missed', { count: roundsMissed })}
        </Tag>
      )}
      <PlacementReasons group={group} reasons={reasons} />
    </>
  );
}

function Row({ entry }: EntryProps) {
  const { t } = useTranslation();
  const { processInstanceId, title, place, waitingSince, waitedDays, thresholdMonths } = entry;
  return (
    <Table.Row>
      <Table.Cell data-label={t('waitingList.column.place')}>{place}</Table.Cell>
      <Table.HeaderCell scope="row" data-label={t('waitingList.column.who')}>
        <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }}>
          {title}
        </PageLink>
      </Table.HeaderCell>
      <Table.Cell data-label={t('waitingList.column.why')}>
        <Why entry={entry} />
      </Table.Cell>
      <Table.Cell data-label={t('waitingList.column.waits')}>
        <HomeWanted entry={entry} />
      </Table.Cell>
      <Table.Cell data-label={t('waitingList.column.since')}>
        <time dateTime={waitingSince}>{formatDate(waitingSince)}</time>
        <div className="subtle">{t('waitingList.days', { count: waitedDays })}</div>
        {thresholdMonths !== null && (
          <Tag data-color="warning" data-size="sm">
            {t('waitingList.over', { count: thresholdMonths })}
          </Tag>
        )}
      </Table.Cell>
      <Table.Cell data-label={t('waitingList.column.looked')}>
        <Looked entry={entry} />
      </Table.Cell>
    </Table.Row>
  );
}

/** Those who wait as rows: why they stand where they stand, for what they wait, and that somebody looks at them. */
export function WaitingListTable({ items }: { readonly items: readonly WaitingEntryView[] }) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone top-aligned" data-size="sm">
      <Table.Head>
        <Table.Row>
          {(['place', 'who', 'why', 'waits', 'since', 'looked'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`waitingList.column.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map((entry) => (
          <Row key={entry.processInstanceId} entry={entry} />
        ))}
      </Table.Body>
    </Table>
  );
}
