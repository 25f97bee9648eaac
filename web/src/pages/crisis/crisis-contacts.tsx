import type { CrisisContact, CrisisHelpView } from '@contract/crisis.contract.js';
import { useTranslation } from 'react-i18next';
import { PhoneLink } from '../../components/phone-link.js';

interface ContactsProps {
  readonly contacts: readonly CrisisContact[];
  readonly open: CrisisHelpView['open'];
}

/** Whom to call: the number, when somebody answers, and what happens then. */
export function CrisisContacts({ contacts, open }: ContactsProps) {
  const { t } = useTranslation();
  return (
    <ul className="plain cards">
      {contacts.map(({ name, phone, when, happens }) => (
        <li key={phone} className="card">
          <strong>{name}</strong>
          <PhoneLink phone={phone} name={t('crisis.call', { name })} big />
          <span>{when ?? t('crisis.open', open)}</span>
          <p>{happens}</p>
        </li>
      ))}
    </ul>
  );
}
