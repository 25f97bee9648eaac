import type { Me } from '@contract/me.contract.js';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../components/page-link.js';
import {
  isApplicant,
  isStaff,
  isUserRepresentative,
  keepsPersons,
  leads,
  looksAtCases,
  operates,
  seesHomes,
  seesOffers,
  seesNeeds,
  seesParticipation,
  seesProjects,
  seesWaitingList,
  seesWhoWaits,
  seesRents,
} from './groups.js';

/** The menu: only what this person has a use for. */
export function MainMenu({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const items = [
    { to: '/min-sak', label: t('common.nav.myCase'), shown: isApplicant(me) },
    { to: '/min-bolig', label: t('common.nav.myHome'), shown: isApplicant(me) },
    { to: '/hvem-har-lest', label: t('common.nav.reads'), shown: isApplicant(me) },
    { to: '/invitasjoner', label: t('common.nav.invitations'), shown: isUserRepresentative(me) },
    { to: '/innboks', label: t('common.nav.inbox'), shown: isStaff(me) },
    { to: '/saker', label: t('common.nav.cases'), shown: isStaff(me) },
    { to: '/venteliste', label: t('common.nav.waitingList'), shown: seesWaitingList(me) },
    { to: '/runder', label: t('common.nav.rounds'), shown: seesWhoWaits(me) },
    { to: '/tilbud', label: t('common.nav.offers'), shown: seesOffers(me) },
    { to: '/prioriteringsnokkel', label: t('common.nav.priorityKey'), shown: isApplicant(me) },
    { to: '/personer', label: t('persons.nav'), shown: keepsPersons(me) },
    { to: '/ikke-sett-pa', label: t('common.nav.attention'), shown: looksAtCases(me) },
    { to: '/stanset', label: t('common.nav.incidents'), shown: operates(me) },
    { to: '/bygg', label: t('common.nav.buildings'), shown: seesHomes(me) },
    { to: '/boliger', label: t('common.nav.homes'), shown: seesHomes(me) },
    { to: '/husleie', label: t('common.nav.rents'), shown: seesRents(me) },
    { to: '/prosjekter', label: t('common.nav.projects'), shown: seesProjects(me) },
    { to: '/behov', label: t('common.nav.needs'), shown: seesNeeds(me) },
    { to: '/medvirkning', label: t('common.nav.heard'), shown: seesParticipation(me) },
    { to: '/tall', label: t('common.nav.figures'), shown: leads(me) },
    { to: '/frister-brutt', label: t('operation.nav.missed'), shown: leads(me) },
    { to: '/ikke-levert', label: t('operation.nav.undelivered'), shown: operates(me) },
    { to: '/kjoringer', label: t('operation.nav.batches'), shown: operates(me) },
    { to: '/postkasse', label: t('common.nav.mailbox'), shown: me.demo },
  ] as const;

  return (
    <nav aria-label={t('common.menu')} className="menu">
      <ul>
        {items
          .filter(({ shown }) => shown)
          .map(({ to, label }) => (
            <li key={to}>
              <PageLink to={to} className="menu-link" activeProps={{ 'aria-current': 'page' }}>
                {label}
              </PageLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
