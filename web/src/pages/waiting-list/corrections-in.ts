import type { WaitingPlaceView } from '@contract/waiting-list.contract.js';

type Known = Pick<WaitingPlaceView['circumstances'][number], 'id' | 'kind' | 'value'>;
type Said = boolean | string | null;

/** What is said otherwise than it was known: by its name, null where it is taken away. */
export const correctionsIn = (
  known: readonly Known[],
  said: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Said>> =>
  Object.fromEntries(
    known
      .map((one) => ({ ...one, now: saidOf(one, said[one.id]) }))
      .filter(({ value, now }) => now !== value)
      .map(({ id, now }) => [id, now]),
  );

function saidOf({ kind }: Known, text: unknown): Said {
  if (typeof text !== 'string') return null;
  return kind === 'boolean' ? text === 'true' : text;
}
