import type { ProjectDetail } from '@contract/project-detail.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';

const kroner = new Intl.NumberFormat('nb-NO');

/** What was granted and what it costs, beside the limit above which the case goes back to the council. */
export function ProjectMoney({ budget }: Pick<ProjectDetail, 'budget'>) {
  const { t } = useTranslation();
  if (budget === null) return <p className="subtle">{t('project.money.empty')}</p>;

  const { granted, cost, deviationPercent, thresholdPercent, isOver, reason } = budget;
  const amountOf = (amount: number | null): string =>
    amount === null ? '' : t('project.money.kroner', { amount: kroner.format(amount) });
  const percentOf = (percent: number | null): string =>
    percent === null ? '' : t('project.money.percent', { percent: kroner.format(percent) });
  return (
    <>
      {isOver && <Alert data-color="warning">{t('project.money.over', { percent: thresholdPercent })}</Alert>}
      <Facts
        items={[
          [t('project.money.granted'), amountOf(granted)],
          [t('project.money.cost'), amountOf(cost)],
          [t('project.money.deviation'), percentOf(deviationPercent)],
          [t('project.money.reason'), reason],
        ]}
      />
      {!isOver && thresholdPercent !== null && (
        <p className="subtle">
          {deviationPercent !== null && t('project.money.within')}{' '}
          {t('project.money.threshold', { percent: thresholdPercent })}
        </p>
      )}
    </>
  );
}
