import type { HomeDetail } from '@contract/home.contract.js';

/** Somebody, or a home, as the reader knows it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who rents a home; undefined where nobody does, or the reader may not know. */
export function tenantOf({ leieforhold: lease }: Pick<HomeDetail, 'leieforhold'>): Named | undefined {
  if (lease === null || lease.person === null) return undefined;
  return { id: lease.person, name: lease.personName ?? lease.person };
}

/** One move of a chain; without `from` the person leaves no home of the municipality's, and the chain ends there. */
export interface Move {
  readonly person: Named;
  readonly to: Named;
  readonly from?: Named;
}

/** Fewer who move are no chain. */
export const fewestMoves = 2;

/** The home that nobody is to move to yet: the one the chain began in, or that its last person leaves; none where the chain has ended. */
export function emptied(first: Named, moves: readonly Move[]): Named | undefined {
  const last = moves.at(-1);
  return last === undefined ? first : last.from;
}

/** The homes that are in the chain already: nobody moves twice. */
export const homesIn = (first: Named, moves: readonly Move[]): readonly string[] => [
  first.id,
  ...moves.flatMap(({ to, from }) => (from === undefined ? [to.id] : [to.id, from.id])),
];

/** What the process begins with (`lenker`): whoever gets the last home first, as the chain is carried out. */
export const linksOf = (moves: readonly Move[]): readonly Readonly<Record<string, string>>[] =>
  moves.map(({ person, to, from }) => ({ person: person.id, til: to.id, ...(from && { fra: from.id }) })).toReversed();
