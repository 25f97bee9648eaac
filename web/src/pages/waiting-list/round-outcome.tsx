import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

const colors = {
  uendret: 'neutral',
  opp: 'info',
  ned: 'info',
  tilbud: 'success',
  'satt-pa-vent': 'warning',
  ut: 'warning',
  'ikke-vurdert': 'danger',
} as const;

const isKnown = (outcome: string): outcome is keyof typeof colors => Object.hasOwn(colors, outcome);

/** What an outcome of a round is called. */
export function useOutcomeName(): (outcome: string) => string {
  const { t } = useTranslation();
  return (outcome) => (isKnown(outcome) ? t(`rounds.outcome.${outcome}`) : outcome);
}

/** What a round said of somebody; that it has said nothing is said, too. */
export function OutcomeTag({ outcome }: { readonly outcome: string | null }) {
  const { t } = useTranslation();
  const nameOf = useOutcomeName();
  const color = outcome === null ? 'danger' : isKnown(outcome) ? colors[outcome] : 'neutral';
  return (
    <Tag data-color={color} data-size="sm">
      {outcome === null ? t('rounds.lacks') : nameOf(outcome)}
    </Tag>
  );
}
