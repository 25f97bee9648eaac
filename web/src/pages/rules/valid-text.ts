import { useTranslation } from 'react-i18next';
import { formatShortDate } from '../../i18n/dates.js';

interface Valid {
  readonly validFrom: string;
  /** First day on which it no longer applies. */
  readonly validTo: string | null;
}

/** How long a version of a rule applies: “fra 01.01.2020”. */
export function useValidText(): (valid: Valid) => string {
  const { t } = useTranslation();
  return ({ validFrom, validTo }) => {
    const from = formatShortDate(validFrom);
    return validTo === null
      ? t('rules.valid.from', { from })
      : t('rules.valid.until', { from, to: formatShortDate(validTo) });
  };
}
