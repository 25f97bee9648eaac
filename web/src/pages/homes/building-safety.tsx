import { Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { buildingSafetyQuery } from '../../api/home-queries.js';
import { Facts } from '../../components/facts.js';
import { ProblemAlert } from '../../components/problem-alert.js';

const figures = ['lastMonth', 'open', 'lastYear', 'safeInTime'] as const;

/** How many said that a building is unsafe: figures only, and none of few. */
export function BuildingSafety({ buildingId }: { readonly buildingId: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(buildingSafetyQuery(buildingId));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <Paragraph role="status">{t('common.loading')}</Paragraph>;

  return (
    <>
      <Facts
        items={figures.map((name) => [
          t(`buildings.safety.${name}`),
          data[name]?.toString() ?? t('buildings.safety.few'),
        ])}
      />
      <p className="subtle">{t('buildings.safety.about')}</p>
    </>
  );
}
