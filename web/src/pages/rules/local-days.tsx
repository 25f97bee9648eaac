import type { LocalSettings } from '@contract/rules.contract.js';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/dates.js';

/** When NAV is open, and who helps the rest of the day and night. */
export function CrisisHelp({ crisis }: Pick<LocalSettings, 'crisis'>) {
  const { t } = useTranslation();
  const { byDay, byNight, afraid, ...open } = crisis;
  return (
    <ul className="plain tight">
      <li>{t('rules.settings.crisis.open', open)}</li>
      {[...byDay, ...byNight, ...afraid].map((contact) => (
        <li key={contact.name}>{t('rules.settings.crisis.contact', contact)}</li>
      ))}
    </ul>
  );
}

/** Days on which the municipality itself is closed. */
export function ClosedDays({ days }: { readonly days: LocalSettings['closedDays'] }) {
  const { t } = useTranslation();
  // Any year will do: only the day and the month are said.
  const dayAndMonth = (monthAndDay: string): string => formatDate(`2024-${monthAndDay}`).replace(/ 2024$/, '');
  return (
    <ul className="plain tight">
      {days.map(({ when, everyYear, name }) => (
        <li key={when}>
          {everyYear ? t('rules.settings.closed.every', { day: dayAndMonth(when) }) : formatDate(when)}: {name}
        </li>
      ))}
    </ul>
  );
}
