import type { HomeView } from '@contract/home.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

const colors = { ledig: 'success', reservert: 'info', utleid: 'neutral', 'ute-av-bruk': 'warning' } as const;

/** Whether a home is free, in words. */
export function AvailabilityTag({ availability }: Pick<HomeView, 'availability'>) {
  const { t } = useTranslation();
  return (
    <Tag data-color={colors[availability]} data-size="sm">
      {t(`homes.availability.${availability}`)}
    </Tag>
  );
}
