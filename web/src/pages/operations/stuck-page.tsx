import type { StuckReportView } from '@contract/report.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stuckReportQuery } from '../../api/operation-queries.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { LoadingPage } from '../frame/loading-page.js';
import { PeriodChoice } from '../figures/period-choice.js';
import type { Days } from '../figures/period-choice.js';

const figures = ['wishes', 'granted', 'refused', 'undecided', 'overdue', 'waiting'] as const;

interface RowProps {
  readonly name: string;
  readonly counts: StuckReportView['total'];
}

function Row({ name, counts }: RowProps) {
  const { t } = useTranslation();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('operation.stuck.group')}>
        {name}
      </Table.HeaderCell>
      {figures.map((figure) => (
        <Table.Cell key={figure} data-label={t(`operation.stuck.${figure}`)}>
          {counts[figure] ?? <span className="subtle">{t('operation.stuck.hidden')}</span>}
        </Table.Cell>
      ))}
    </Table.Row>
  );
}

function Report({ days }: { readonly days: Days }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(stuckReportQuery(days));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <LoadingPage />;
  if (data.rows.length === 0) return <Empty text={t('operation.stuck.empty')} next={t('operation.stuck.emptyNext')} />;

  return (
    <Table className="cards-on-phone" data-size="sm" aria-label={t('operation.stuck.title')}>
      <Table.Head>
        <Table.Row>
          {(['group', ...figures] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`operation.stuck.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {data.rows.map(({ group, ...counts }) => (
          <Row key={group} name={group} counts={counts} />
        ))}
        <Row name={t('operation.stuck.total')} counts={data.total} />
      </Table.Body>
    </Table>
  );
}

/** Who wants to move and does not get away, in figures in which nobody is recognised. */
export function StuckPage() {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState<Days>();
  const days = chosen ?? { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, to: today };

  return (
    <Page title={t('operation.stuck.title')} lead={t('operation.stuck.lead')}>
      <PeriodChoice key={today} days={days} choose={setChosen} />
      <Report days={days} />
    </Page>
  );
}
