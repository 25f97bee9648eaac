import { useTranslation } from 'react-i18next';
import type { bokmaal } from '../i18n/messages.js';

type Kind = keyof typeof bokmaal.cases.kind;

/** What kinds of nodes are called by people; an unknown one is shown as it is. */
export function useKindName(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (kind: string): kind is Kind => i18n.exists(`cases.kind.${kind}`);
  return (kind) => (isKnown(kind) ? t(`cases.kind.${kind}`) : kind);
}
