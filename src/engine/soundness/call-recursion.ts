import type { UnversionedDefinition } from '../definition/process-definition.js';

/** A call that leads back to the process that it stands in. */
export interface Recursion {
  /** The call activity. */
  readonly element: string;
  /** The processes that call each other, the first one again last. */
  readonly witness: readonly string[];
}

/** Calls among some processes that lead back to where they began; calls of a name that is computed are not followed. */
export function callRecursion(definitions: readonly UnversionedDefinition[]): readonly Recursion[] {
  const calls = new Map(definitions.map((definition) => [definition.key, callsIn(definition)]));
  return definitions.flatMap(({ key }) =>
    (calls.get(key) ?? []).flatMap(({ element, called }) => {
      const way = wayBetween(called, key, calls);
      return way === undefined ? [] : [{ element, witness: [key, ...way] }];
    }),
  );
}

interface Call {
  readonly element: string;
  readonly called: string;
}

const callsIn = ({ nodes }: UnversionedDefinition): readonly Call[] =>
  [...nodes.values()].flatMap((node) =>
    node.kind === 'callActivity' ? [{ element: node.id, called: node.calledProcess }] : [],
  );

function wayBetween(
  from: string,
  to: string,
  calls: ReadonlyMap<string, readonly Call[]>,
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const [process] of before) {
    if (process === to) return wayBack(process, before);
    for (const { called } of calls.get(process) ?? []) if (!before.has(called)) before.set(called, process);
  }
  return undefined;
}

function wayBack(end: string, before: ReadonlyMap<string, string | undefined>): readonly string[] {
  const way: string[] = [];
  for (let at: string | undefined = end; at !== undefined; at = before.get(at)) way.unshift(at);
  return way;
}
