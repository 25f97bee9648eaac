import type { Me } from '@contract/me.contract.js';
import { useTranslation } from 'react-i18next';
import {
  actsForOthers,
  forwardsApplications,
  isApplicant,
  isStaff,
  isUserRepresentative,
  keepsPersons,
  leads,
  looksAfterReads,
  looksAtCases,
  operates,
  postsLetters,
  readsPlans,
  seesChangedDecisions,
  seesExceptions,
  seesHomes,
  seesJournal,
  seesNeeds,
  seesOffers,
  seesParticipation,
  seesProjects,
  seesRents,
  seesWaitingList,
  seesWhoWaits,
} from './groups.js';

const groups = ['allocation', 'homes', 'development', 'overview', 'operation'] as const;

/** What pages of the menu have in common. */
type MenuGroup = (typeof groups)[number];

const isGroup = (text: string): text is MenuGroup => groups.some((group) => group === text);

// More than these do not fit in a row beside the name of the product and the account.
const mostInARow = 7;

/** The pages that this person has a use for, in the order of the menu. */
function useLinks(me: Me) {
  const { t } = useTranslation();
  const links = [
    { to: '/min-sak', label: t('common.nav.myCase'), shown: isApplicant(me) || actsForOthers(me), group: '' },
    { to: '/min-bolig', label: t('common.nav.myHome'), shown: isApplicant(me), group: '' },
    { to: '/min-boligplan', label: t('plan.nav'), shown: isApplicant(me), group: '' },
    { to: '/hvem-har-lest', label: t('common.nav.reads'), shown: isApplicant(me), group: '' },
    { to: '/invitasjoner', label: t('common.nav.invitations'), shown: isUserRepresentative(me), group: '' },
    { to: '/beboermoter', label: t('meetings.nav'), shown: isUserRepresentative(me), group: '' },
    { to: '/innboks', label: t('common.nav.inbox'), shown: isStaff(me), group: '' },
    { to: '/saker', label: t('common.nav.cases'), shown: isStaff(me), group: '' },
    { to: '/venteliste', label: t('common.nav.waitingList'), shown: seesWaitingList(me), group: 'allocation' },
    { to: '/runder', label: t('common.nav.rounds'), shown: seesWhoWaits(me), group: 'allocation' },
    { to: '/tilbud', label: t('common.nav.offers'), shown: seesOffers(me), group: 'allocation' },
    { to: '/soknader', label: t('applications.nav'), shown: forwardsApplications(me), group: 'allocation' },
    { to: '/brev-i-posten', label: t('common.nav.post'), shown: postsLetters(me), group: 'allocation' },
    { to: '/prioriteringsnokkel', label: t('common.nav.priorityKey'), shown: isApplicant(me), group: '' },
    { to: '/personer', label: t('persons.nav'), shown: keepsPersons(me), group: '' },
    { to: '/boligplaner', label: t('plan.sharedNav'), shown: readsPlans(me), group: 'allocation' },
    { to: '/bygg', label: t('common.nav.buildings'), shown: seesHomes(me), group: 'homes' },
    { to: '/boliger', label: t('common.nav.homes'), shown: seesHomes(me), group: 'homes' },
    { to: '/husleie', label: t('common.nav.rents'), shown: seesRents(me), group: 'homes' },
    { to: '/prosjekter', label: t('common.nav.projects'), shown: seesProjects(me), group: 'development' },
    { to: '/behov', label: t('common.nav.needs'), shown: seesNeeds(me), group: 'development' },
    { to: '/medvirkning', label: t('common.nav.heard'), shown: seesParticipation(me), group: 'development' },
    { to: '/lesing', label: t('overseenReads.title'), shown: looksAfterReads(me), group: '' },
    { to: '/ikke-sett-pa', label: t('common.nav.attention'), shown: looksAtCases(me), group: 'overview' },
    { to: '/tall', label: t('common.nav.figures'), shown: leads(me), group: 'overview' },
    { to: '/frister-brutt', label: t('operation.nav.missed'), shown: leads(me), group: 'overview' },
    { to: '/unntak', label: t('exceptions.title'), shown: seesExceptions(me), group: 'overview' },
    { to: '/endrede-vedtak', label: t('changedDecisions.title'), shown: seesChangedDecisions(me), group: 'overview' },
    { to: '/postjournal', label: t('journal.title'), shown: seesJournal(me), group: 'overview' },
    { to: '/stanset', label: t('common.nav.incidents'), shown: operates(me), group: 'operation' },
    { to: '/ikke-levert', label: t('operation.nav.undelivered'), shown: operates(me), group: 'operation' },
    { to: '/kjoringer', label: t('operation.nav.batches'), shown: operates(me), group: 'operation' },
    { to: '/postkasse', label: t('common.nav.mailbox'), shown: me.demo, group: '' },
  ] as const;
  return links.filter(({ shown }) => shown);
}

/** A page of the menu. */
export type MenuLink = ReturnType<typeof useLinks>[number];

/** What stands in the menu: a page, or a name under which several stand. */
export type MenuEntry = MenuLink | { readonly group: MenuGroup; readonly label: string; readonly links: MenuLink[] };

/** The menu of a person: pages one by one where they are few, otherwise those that belong together under one name. */
export function useMenu(me: Me): readonly MenuEntry[] {
  const { t } = useTranslation();
  const links = useLinks(me);
  if (links.length <= mostInARow) return links;

  return links.flatMap((link): readonly MenuEntry[] => {
    const { group } = link;
    const together = links.filter((other) => other.group === group);
    if (!isGroup(group) || together.length === 1) return [link];
    return together[0] === link ? [{ group, label: t(`common.nav.group.${group}`), links: together }] : [];
  });
}
