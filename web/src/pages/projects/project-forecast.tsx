import type { ProjectDetail } from '@contract/project-detail.contract.js';
import { Details, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/dates.js';

type Forecast = NonNullable<ProjectDetail['forecast']>;

function HowItWasMade({ phases }: Pick<Forecast, 'phases'>) {
  const { t } = useTranslation();
  return (
    <Details data-size="sm" data-color="neutral" className="why">
      <Details.Summary>{t('project.forecast.how')}</Details.Summary>
      <Details.Content>
        <p>{t('project.forecast.about')}</p>
        <Table className="cards-on-phone" data-size="sm">
          <Table.Head>
            <Table.Row>
              {(['phase', 'basis', 'days'] as const).map((column) => (
                <Table.HeaderCell key={column}>{t(`project.forecast.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {phases.map(({ phase, name, basis, cases, ...days }) => (
              <Table.Row key={phase}>
                <Table.HeaderCell scope="row" data-label={t('project.forecast.phase')}>
                  {phase}. {name}
                </Table.HeaderCell>
                <Table.Cell data-label={t('project.forecast.basis')}>
                  {basis === 'history' ? t('project.forecast.history', { count: cases }) : t('project.forecast.rules')}
                </Table.Cell>
                <Table.Cell data-label={t('project.forecast.days')}>{t('project.forecast.cells', days)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Details.Content>
    </Details>
  );
}

/** When the project is likely to be done, in which range, and how that was reckoned. */
export function ProjectForecast({ project: { forecast, plannedOn } }: { readonly project: ProjectDetail }) {
  const { t } = useTranslation();
  if (forecast === null) return <p>{t('project.forecast.ended')}</p>;

  const { earliestOn, likelyOn, latestOn, phases } = forecast;
  return (
    <>
      <p>
        <strong>{t('project.forecast.likely', { date: formatDate(likelyOn) })}</strong>{' '}
        {earliestOn === latestOn
          ? t('project.forecast.point')
          : t('project.forecast.range', { from: formatDate(earliestOn), to: formatDate(latestOn) })}
      </p>
      {plannedOn !== '' && <p>{t('project.forecast.planned', { date: formatDate(plannedOn) })}</p>}
      <HowItWasMade phases={phases} />
    </>
  );
}
