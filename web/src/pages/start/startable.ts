import type { HomeDetail } from '@contract/home.contract.js';
import type { Me } from '@contract/me.contract.js';

/** The processes that somebody begins, by where they are begun, in the order in which they are offered. */
export const startable = {
  person: [
    'boligtildeling',
    'midlertidig-botilbud',
    'akuttovernatting',
    'boligbytte',
    'housing-first-inntak',
    'tjenestevedtak',
    'housing-first-tjenester',
    'boligkarriere',
    'retting',
    'sakskostnader',
  ],
  home: ['vedlikehold', 'flytteoppfordring', 'utkastelse', 'oppsigelse', 'flyttekjede'],
  building: ['vedlikehold', 'bomiljo', 'beboermote', 'tildelingsstans'],
} as const;

type From = keyof typeof startable;

/** A process that can be begun about a person, a home or a building. */
export type Startable = (typeof startable)[From][number];

// About a lease, and so only where the reader may know whose it is.
const aboutLease: readonly Startable[] = ['flytteoppfordring', 'utkastelse', 'oppsigelse'];

const mayBegin = (me: Me, process: Startable): boolean =>
  me.starts.some((start) => start.process === process && start.about === 'anyone');

// Who applies, and who says that something is wrong, has a page of their own for it.
const onOwnPage: readonly Startable[] = ['boligtildeling', 'retting'];

/** Those that the reader may begin about this person. */
export const startableAbout = (me: Me, personId: string): readonly Startable[] =>
  startable.person.filter((process) =>
    me.id === personId
      ? !onOwnPage.includes(process) && me.starts.some((start) => start.process === process)
      : mayBegin(me, process),
  );

/** Those that the reader may begin in this home; a lease without an end never runs out, and a chain begins where somebody can move. */
export const startableInHome = (me: Me, { leieforhold: lease, availability }: HomeDetail): readonly Startable[] =>
  startable.home.filter(
    (process) =>
      mayBegin(me, process) &&
      (!aboutLease.includes(process) || (lease !== null && lease.person !== null)) &&
      (process !== 'flyttekjede' || (lease === null ? availability === 'ledig' : lease.person !== null)) &&
      (process !== 'flytteoppfordring' || (lease !== null && lease.toOn !== null)),
  );

/** Those that the reader may begin in a building. */
export const startableInBuilding = (me: Me): readonly Startable[] =>
  startable.building.filter((process) => mayBegin(me, process));
