import type { Actor } from '../../engine/index.js';

// Domain register §5: whoever works with homes reads the register; the landlord and those who give homes away keep it.
const readers = [
  'hvk',
  'hvk-leder',
  'bst',
  'bst-leder',
  'trondheim-eiendom',
  'kd',
  'prosjektleder',
  'rus',
  'btt',
  'phr',
];
const keepers = ['bst', 'bst-leder', 'trondheim-eiendom'];
const landlords = ['trondheim-eiendom'];
const leaders = ['bst-leder', 'kd'];
const whoLivesWhere = ['bst', 'bst-leder', 'trondheim-eiendom', 'hvk', 'hvk-leder'];

const isIn = ({ groups }: Actor, wanted: readonly string[]): boolean => groups.some((group) => wanted.includes(group));

/** Whether a person may read the registers of homes and buildings. */
export const mayReadHomes = (actor: Actor): boolean => isIn(actor, readers);

/** Whether a person may know who lives in a home, or is to. */
export const mayKnowWhoLivesThere = (actor: Actor): boolean => isIn(actor, whoLivesWhere);

/** Whether a person may enter and correct homes and buildings, and keep homes for people. */
export const mayKeepHomes = (actor: Actor): boolean => isIn(actor, keepers);

/** Whether a person may let homes and end leases: the landlord. */
export const mayLetHomes = (actor: Actor): boolean => isIn(actor, landlords);

/** Whether a person may stop, and take up again, that people are given homes in a building. */
export const mayFreeze = (actor: Actor): boolean => isIn(actor, leaders);
