import type { Me } from '@contract/me.contract.js';

/** The processes that somebody begins about a person, in the order in which they are offered. */
export const startable = [
  'boligtildeling',
  'midlertidig-botilbud',
  'akuttovernatting',
  'boligbytte',
  'housing-first-inntak',
  'tjenestevedtak',
  'housing-first-tjenester',
  'boligkarriere',
] as const;

/** A process that can be begun about a person. */
export type Startable = (typeof startable)[number];

/** Those of them that the reader may begin about this person; the application has a page of its own for who applies. */
export const startableBy = (me: Me, personId: string): readonly Startable[] =>
  startable.filter((process) =>
    me.starts.some(
      (start) =>
        start.process === process && (me.id === personId ? process !== 'boligtildeling' : start.about === 'anyone'),
    ),
  );
