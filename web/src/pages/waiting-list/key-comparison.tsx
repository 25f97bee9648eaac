import type { RuleComparisonView } from '@contract/priority-rule.contract.js';
import { Details, Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';
import { PageLink } from '../../components/page-link.js';
import { PlacementReasons } from '../../components/placement-reasons.js';
import { formatDate } from '../../i18n/dates.js';

type ComparedRound = NonNullable<RuleComparisonView['items']>[number];
type ComparedEntry = ComparedRound['entries'][number];

const colors = { opp: 'success', ned: 'danger', uendret: 'neutral' } as const;

function Rank({ rank }: { readonly rank: ComparedEntry['before'] }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t('priorityKey.place', { place: rank.place })}</span>
      <PlacementReasons group={rank.group} reasons={rank.reasons} />
    </>
  );
}

function Row({ entry: { processInstanceId, title, change, before, after } }: { readonly entry: ComparedEntry }) {
  const { t } = useTranslation();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('priorityKey.resultColumn.who')}>
        {processInstanceId === null ? (
          t('priorityKey.hidden')
        ) : (
          <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }}>
            {title}
          </PageLink>
        )}
      </Table.HeaderCell>
      <Table.Cell data-label={t('priorityKey.resultColumn.change')}>
        <Tag data-color={colors[change]} data-size="sm">
          {t(`priorityKey.change.${change}`)}
        </Tag>
      </Table.Cell>
      <Table.Cell data-label={t('priorityKey.resultColumn.before')}>
        <Rank rank={before} />
      </Table.Cell>
      <Table.Cell data-label={t('priorityKey.resultColumn.after')}>
        <Rank rank={after} />
      </Table.Cell>
    </Table.Row>
  );
}

/** One round by both keys: those who would have stood elsewhere. */
function Round({ round: { on, entries }, open }: { readonly round: ComparedRound; readonly open: boolean }) {
  const { t } = useTranslation();
  const moved = entries.filter(({ change }) => change !== 'uendret');
  return (
    <Details defaultOpen={open} data-size="sm" data-color="neutral">
      <Details.Summary>{t('priorityKey.roundOn', { on: formatDate(on) })}</Details.Summary>
      <Details.Content>
        {moved.length === 0 && <p>{t('priorityKey.noChange')}</p>}
        {moved.length > 0 && (
          <Table className="cards-on-phone top-aligned" data-size="sm">
            <Table.Head>
              <Table.Row>
                {(['who', 'change', 'before', 'after'] as const).map((column) => (
                  <Table.HeaderCell key={column}>{t(`priorityKey.resultColumn.${column}`)}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {moved.map((entry) => (
                <Row key={`${entry.before.place}`} entry={entry} />
              ))}
            </Table.Body>
          </Table>
        )}
      </Details.Content>
    </Details>
  );
}

/** What another key would have meant: figures, and round by round who gains and who loses, the newest first. */
export function KeyComparison({ compared: { figures, items } }: { readonly compared: RuleComparisonView }) {
  const { t } = useTranslation();
  const shown = (figure: number | null) => figure ?? t('priorityKey.few');
  return (
    <>
      <h3>{t('priorityKey.result')}</h3>
      <Facts
        items={[
          [t('priorityKey.up'), shown(figures.up)],
          [t('priorityKey.down'), shown(figures.down)],
          [t('priorityKey.same'), shown(figures.same)],
        ]}
      />
      {items?.toReversed().map((round, index) => (
        <Round key={round.round} round={round} open={index === 0} />
      ))}
    </>
  );
}
