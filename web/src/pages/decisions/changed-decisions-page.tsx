import type { ChangedDecisionsView } from '@contract/changed-decision.contract.js';
import { Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedDecisionsFilePath, changedDecisionsQuery } from '../../api/operation-queries.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { NumberTable } from '../../components/number-table.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { mondayOf } from '../../i18n/dates.js';
import { PeriodChoice } from '../figures/period-choice.js';
import type { Days } from '../figures/period-choice.js';
import { LoadingPage } from '../frame/loading-page.js';
import { ChangedDecisionTable } from './changed-decision-table.js';

interface CountsProps {
  readonly of: 'causes' | 'outcomes';
  readonly found: ChangedDecisionsView;
}

function Counts({ of, found: { fewestShown: fewest, total, ...found } }: CountsProps) {
  const { t } = useTranslation();
  const rows = [...found[of], { name: t('changedDecisions.all'), count: total }];
  return (
    <section aria-labelledby={`endret-${of}`} className="stack-tight">
      <Heading level={2} data-size="xs" id={`endret-${of}`}>
        {t(`changedDecisions.${of}`)}
      </Heading>
      <NumberTable
        columns={[t(`changedDecisions.${of}`), t('changedDecisions.count')]}
        rows={rows.map(({ name, count }) => ({ name, cells: [count] }))}
        hidden={t('changedDecisions.hidden', { fewest })}
        labelledBy={`endret-${of}`}
      />
    </section>
  );
}

function List({ items, days }: Pick<ChangedDecisionsView, 'items'> & { readonly days: Days }) {
  const { t } = useTranslation();
  const weeks = [...new Set(items.map(({ week }) => week))];
  return (
    <>
      <Heading level={2} data-size="xs">
        {t('changedDecisions.list')}
      </Heading>
      {items.length === 0 && <p>{t('changedDecisions.noneSeen')}</p>}
      {weeks.map((week) => (
        <ChangedDecisionTable key={week} week={week} items={items.filter((item) => item.week === week)} />
      ))}
      {items.length > 0 && (
        <p>
          <a className="ds-link" href={changedDecisionsFilePath(days)} download>
            {t('changedDecisions.file')}
          </a>
        </p>
      )}
    </>
  );
}

function Found({ days }: { readonly days: Days }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(changedDecisionsQuery(days));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <LoadingPage />;
  if (data.causes.length === 0)
    return <Empty text={t('changedDecisions.empty')} next={t('changedDecisions.emptyNext')} />;

  const isHidden = [...data.causes, ...data.outcomes].some(({ count }) => count === null);
  return (
    <>
      <Counts of="causes" found={data} />
      <Counts of="outcomes" found={data} />
      {isHidden && <p className="subtle">{t('changedDecisions.note', { fewest: data.fewestShown })}</p>}
      <List items={data.items} days={days} />
    </>
  );
}

/** For those who decide and those who lead: what appeals have changed and why, this week first, to learn from. */
export function ChangedDecisionsPage() {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState<Days>();
  const days = chosen ?? { from: mondayOf(today), to: today };

  return (
    <Page title={t('changedDecisions.title')} lead={t('changedDecisions.lead')}>
      <PeriodChoice key={today} days={days} choose={setChosen} />
      <Found days={days} />
    </Page>
  );
}
