import type { ProcessInstance } from '../../engine/index.js';
import { addDuration } from '../../engine/index.js';
import type { Instant, Period } from '../../shared/time.js';
import type { DefinitionFacts } from './definition-facts.js';

/** For how long nobody need look at a case where it stands. */
export interface AttentionStand {
  readonly every: Period;
  /** The waits it stands at that say so themselves; another text is another wait. */
  readonly waits: string;
}

/** What is counted of a process: how long a case of it may be left alone, and at the longest of its waits. */
export interface CountedProcess {
  readonly hints: DefinitionFacts['hints'];
  readonly attention: Period;
}

/** The longest that a wait of a process may leave a case alone; undefined where none of them says anything. */
export function longestWait({ hints }: CountedProcess, at: Instant): Period | undefined {
  const said = Object.values(hints).flatMap(({ attention }) => attention ?? []);
  return said.toSorted((one, other) => (addDuration(at, one) < addDuration(at, other) ? 1 : -1))[0];
}

/**
 * For how long nobody need look at a case: the shortest of what its open elements say. One that says nothing counts as the process
 * does, so that a task beside a wait is seen to as always; a case that is stuck waits for nothing.
 */
export function attentionStand(
  { elements, incidents }: Pick<ProcessInstance, 'elements' | 'incidents'>,
  { hints, attention }: CountedProcess,
  at: Instant,
): AttentionStand {
  if (incidents.size > 0) return { every: attention, waits: '' };

  const around = new Set([...elements.values()].map(({ parentId }) => parentId));
  const innermost = [...elements.values()].filter(({ id }) => !around.has(id));
  const [every = attention] = innermost
    .map(({ node }) => hints[node]?.attention ?? attention)
    .toSorted((one, other) => (addDuration(at, one) < addDuration(at, other) ? -1 : 1));
  const waits = innermost.filter(({ node }) => hints[node]?.attention !== undefined).map(({ id }) => id);
  return { every, waits: waits.toSorted().join(' ') };
}
