import { useTranslation } from 'react-i18next';
import type { bokmaal } from '../i18n/messages.js';

type Group = keyof typeof bokmaal.common.groups;

/** Names of units and roles as people say them; an unknown one is shown as it is. */
export function useGroupName(): (group: string) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (group: string): group is Group => i18n.exists(`common.groups.${group}`);
  return (group) => (isKnown(group) ? t(`common.groups.${group}`) : group);
}
