import { useTranslation } from 'react-i18next';
import type { Choice } from './form-field.js';

const senders = ['neighbour', 'resident', 'organisation', 'authority', 'other'] as const;

/** Who a statement in a hearing may be from. */
export function useSenderChoices(): readonly Choice[] {
  const { t } = useTranslation();
  return senders.map((value) => ({ value, label: t(`hearing.senders.${value}`) }));
}
