import type { CrisisHelpView } from '@contract/crisis.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { crisisHelpQuery } from '../../api/queries.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { PhoneLink } from '../../components/phone-link.js';
import { Section } from '../../components/section.js';
import { formatMoment } from '../../i18n/dates.js';
import { CrisisContacts } from './crisis-contacts.js';

interface HelpProps {
  readonly help: CrisisHelpView;
}

function PlaceToSleep({ help: { contacts, open, navOpensAt } }: HelpProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('crisis.sleep.title')}>
      <p>
        {navOpensAt === null
          ? t('crisis.sleep.navOpen', open)
          : t('crisis.sleep.navClosed', { at: formatMoment(navOpensAt) })}
      </p>
      <CrisisContacts contacts={contacts} open={open} />
    </Section>
  );
}

/** Whom to call when one has no place to sleep tonight, or is afraid: for everybody, without a login. */
export function CrisisPage() {
  const { t } = useTranslation();
  const { data: help } = useSuspenseQuery(crisisHelpQuery());
  const { emergency, afraid, otherwise, open, navOpensAt } = help;

  return (
    <Page title={t('crisis.title')} lead={t('crisis.lead')}>
      <p>
        <strong>{emergency.name}:</strong> {t('crisis.emergency')} <PhoneLink phone={emergency.phone} />.
      </p>
      <PlaceToSleep help={help} />
      <Section title={t('crisis.afraid.title')}>
        <p>{t('crisis.afraid.lead')}</p>
        <CrisisContacts contacts={afraid} open={open} />
      </Section>
      <Section title={t(navOpensAt === null ? 'crisis.sleep.whenClosed' : 'crisis.sleep.whenOpen')}>
        <CrisisContacts contacts={otherwise} open={open} />
      </Section>
      <Section title={t('crisis.rights.title')} className="prose">
        <ul>
          {(['noSearch', 'sameDay', 'written', 'help'] as const).map((right) => (
            <li key={right}>{t(`crisis.rights.${right}`)}</li>
          ))}
        </ul>
        <p>
          <PageLink to="/min-sak">{t('crisis.rights.write')}</PageLink>
        </p>
      </Section>
    </Page>
  );
}
