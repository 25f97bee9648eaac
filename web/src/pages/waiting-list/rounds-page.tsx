import type { RoundListView } from '@contract/round.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roundsQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { formatWeekday } from '../../i18n/dates.js';
import { useOutcomeName } from './round-outcome.js';

const colors = { open: 'info', closed: 'success', skipped: 'danger', cancelled: 'neutral' } as const;

function Row({ round }: { readonly round: RoundListView['items'][number] }) {
  const { t } = useTranslation();
  const nameOf = useOutcomeName();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('rounds.column.on')}>
        <PageLink to="/runder/$roundId" params={{ roundId: round.id }}>
          {formatWeekday(round.on)}
        </PageLink>
      </Table.HeaderCell>
      <Table.Cell data-label={t('rounds.column.state')}>
        <Tag data-color={colors[round.state]} data-size="sm">
          {t(`rounds.state.${round.state}`)}
        </Tag>
      </Table.Cell>
      <Table.Cell data-label={t('rounds.column.entries')}>{round.entries}</Table.Cell>
      <Table.Cell data-label={t('rounds.column.lacking')}>{round.lacking}</Table.Cell>
      <Table.Cell data-label={t('rounds.column.outcomes')}>
        {round.outcomes
          .map(({ outcome, entries }) => t('rounds.outcomeCount', { outcome: nameOf(outcome), count: entries }))
          .join(', ')}
      </Table.Cell>
    </Table.Row>
  );
}

/** The weekly rounds, open and closed, and how many got which outcome. */
export function RoundsPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(roundsQuery());
  return (
    <Page title={t('rounds.title')} lead={t('rounds.lead')}>
      {data.items.length === 0 && <Empty text={t('rounds.empty')} next={t('rounds.emptyNext')} />}
      {data.items.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" hover>
          <Table.Head>
            <Table.Row>
              {(['on', 'state', 'entries', 'lacking', 'outcomes'] as const).map((column) => (
                <Table.HeaderCell key={column}>{t(`rounds.column.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {data.items.map((round) => (
              <Row key={round.id} round={round} />
            ))}
          </Table.Body>
        </Table>
      )}
    </Page>
  );
}
