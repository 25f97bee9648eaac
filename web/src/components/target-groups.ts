import { useTranslation } from 'react-i18next';
import type { bokmaal } from '../i18n/messages.js';

type Target = keyof typeof bokmaal.buildings.target;

/** Whom homes are for, as people say it: «rus, ungdom»; a group of the municipality's own is shown as it is. */
export function useTargetGroups(): (groups: readonly string[]) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (group: string): group is Target => i18n.exists(`buildings.target.${group}`);
  return (groups) => groups.map((group) => (isKnown(group) ? t(`buildings.target.${group}`) : group)).join(', ');
}
