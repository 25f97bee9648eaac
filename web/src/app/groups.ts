import type { Me } from '@contract/me.contract.js';

const staff = [
  'hvk',
  'hvk-leder',
  'bst',
  'bst-leder',
  'trondheim-eiendom',
  'prosjektleder',
  'kd',
  'politisk-sekretariat',
  'byplan',
  'nav',
  'nav-leder',
  'botiltaksleder',
  'ambulant-team',
  'trondheim-eiendom-leder',
  'vaktmester',
  'klagenemnd',
  'personvernombud',
  'admin',
];
const portfolio = [
  'prosjektleder',
  'kd',
  'byplan',
  'politisk-sekretariat',
  'trondheim-eiendom',
  'bst',
  'bst-leder',
  'brukerrepresentant',
];

const allocation = ['hvk', 'hvk-leder', 'bst', 'bst-leder'];
const nav = ['nav', 'nav-leder'];
const landlord = ['trondheim-eiendom', 'trondheim-eiendom-leder'];

const isIn = (me: Me, groups: readonly string[]): boolean => me.groups.some((group) => groups.includes(group));

/** Works in the municipality and has an inbox. */
export const isStaff = (me: Me): boolean => isIn(me, staff);

/** Works with cases, and may have left one alone. */
export const looksAtCases = (me: Me): boolean =>
  isIn(
    me,
    staff.filter((group) => group !== 'admin'),
  );

/** Leads a unit or the staff of the director, and is told figures. */
export const leads = (me: Me): boolean => isIn(me, ['hvk-leder', 'bst-leder', 'nav-leder', 'kd']);

/** Leads the office that keeps the register of persons. */
export const leadsPersons = (me: Me): boolean => isIn(me, ['hvk-leder']);

/** Sees to what has stopped. */
export const operates = (me: Me): boolean => isIn(me, ['admin']);

/** Goes through what was done otherwise than the rule is. */
export const seesExceptions = (me: Me): boolean => leads(me) || operates(me) || looksAfterReads(me);

/** Learns from what appeals have changed: who decides, and who leads. */
export const seesChangedDecisions = (me: Me): boolean => leads(me) || isIn(me, ['hvk']);

/** Reads the journal register: who decides, who archives, and who looks after reads. */
export const seesJournal = (me: Me): boolean =>
  isIn(me, [...allocation, ...nav, 'kd', 'politisk-sekretariat', 'klagenemnd', 'personvernombud']);

/** Follows the portfolio of housing projects. */
export const seesProjects = (me: Me): boolean => isIn(me, portfolio);

/** Invites to participation, takes part in it, or answers for it. */
export const seesParticipation = (me: Me): boolean =>
  isIn(me, ['prosjektleder', 'kd', 'byplan', 'politisk-sekretariat', 'brukerrepresentant', 'politiker']);

/** Is told figures of what homes are needed. */
export const seesNeeds = (me: Me): boolean =>
  isIn(me, [...allocation, ...nav, 'trondheim-eiendom', 'prosjektleder', 'kd', 'byplan', 'brukerrepresentant']);

/** Works with homes. */
export const seesHomes = (me: Me): boolean =>
  isIn(me, [...allocation, 'nav', 'trondheim-eiendom', 'kd', 'botiltaksleder', 'ambulant-team']);

/** Works with the waiting list by name. */
export const seesWhoWaits = (me: Me): boolean => isIn(me, allocation);

/** Sees the waiting list, or how many are on it. */
export const seesWaitingList = (me: Me): boolean =>
  seesWhoWaits(me) || isIn(me, [...nav, 'botiltaksleder', 'ambulant-team', 'kd', 'politiker']);

/** Works with people who may share their housing plan. */
export const readsPlans = (me: Me): boolean =>
  isIn(me, [...allocation, ...nav, 'botiltaksleder', 'ambulant-team', 'fullmektig']);

/** Follows offers that are not answered yet. */
export const seesOffers = (me: Me): boolean => seesWhoWaits(me) || isIn(me, ['trondheim-eiendom']);
/** Enters homes and corrects them. */
export const keepsHomes = (me: Me): boolean => isIn(me, ['bst', 'bst-leder', ...landlord]);

/** Sees who owes rent. */
export const seesRents = (me: Me): boolean => isIn(me, ['hvk', 'hvk-leder', 'bst', 'bst-leder', ...landlord]);

/** Reads in what the accounts say of rent. */
export const keepsRents = (me: Me): boolean => isIn(me, landlord);

/** Keeps the register of persons: finds, registers and changes. */
export const keepsPersons = (me: Me): boolean => isIn(me, ['hvk', 'hvk-leder', 'nav', 'nav-leder']);

/** Looks after who reads whose data. */
export const looksAfterReads = (me: Me): boolean => isIn(me, ['personvernombud']);

/** Receives applications, and sends on those that belong elsewhere. */
export const forwardsApplications = (me: Me): boolean => keepsPersons(me) || isIn(me, ['bst', 'bst-leder']);

/** Lays letters on paper in the post. */
export const postsLetters = forwardsApplications;

/** Enters documents that came in to the cases of their unit. */
export const keepsDocuments = (me: Me): boolean =>
  isIn(me, [...allocation, ...nav, ...landlord, 'klagenemnd', 'prosjektleder', 'kd', 'byplan', 'politisk-sekretariat']);

/** May break the glass of a case about a person (nødtilgang). */
export const mayBreakGlass = (me: Me): boolean =>
  !isUserRepresentative(me) &&
  isIn(me, ['hvk', 'hvk-leder', 'bst', 'bst-leder', 'botiltaksleder', 'ambulant-team', 'nav', 'nav-leder']);

/** May start a housing project. */
export const startsProjects = (me: Me): boolean => isIn(me, ['prosjektleder', 'kd']);

export const isApplicant = (me: Me): boolean => isIn(me, ['soker']);

/** Acts for somebody who has given them authority (fullmektig). */
export const actsForOthers = (me: Me): boolean => isIn(me, ['fullmektig']);

export const isUserRepresentative = (me: Me): boolean => isIn(me, ['brukerrepresentant']);

/** The page that a person most likely came for. */
export function homeOf(me: Me): '/min-sak' | '/invitasjoner' | '/medvirkning' | '/prosjekter' | '/innboks' {
  if (isIn(me, ['prosjektleder'])) return '/prosjekter';
  if (isStaff(me)) return '/innboks';
  if (isUserRepresentative(me)) return '/invitasjoner';
  if (isIn(me, ['politiker'])) return '/medvirkning';
  return '/min-sak';
}
