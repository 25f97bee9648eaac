import type { CheckpointCount } from '../../runtime/figure-ports.js';
import { suppress } from '../figures/suppress.js';
import type { CheckpointStory } from './checkpoint-story.js';

/**
 * How the checkpoints of a code stand: how many users were invited to, and how many were held, declined by the users, exempted by a
 * leader, or are open. Who was invited and declined counts as invited, not as held.
 */
export interface HeardRow {
  readonly code: string;
  readonly name: string;
  readonly invited: number;
  readonly held: number;
  readonly declined: number;
  readonly exempted: number;
  readonly open: number;
}

/** The same of single people, without what tells of fewer than five; null: hidden. */
export interface HeardPeopleRow {
  readonly code: string;
  readonly held: number | null;
  readonly declined: number | null;
  readonly exempted: number | null;
  /** Nobody got hold of them. */
  readonly notReached: number | null;
  readonly total: number | null;
}

const outcomes = ['gjennomfort', 'fravalgt', 'unntatt', 'ikke-nadd'] as const;

/** Checkpoints of projects and buildings, by code: what many are asked of. Nobody is recognised by how many there were. */
export function heardTogether(stories: readonly CheckpointStory[]): readonly HeardRow[] {
  const codes = [...new Set(stories.map(({ code }) => code))].toSorted();
  return codes.map((code) => {
    const own = stories.filter((story) => story.code === code);
    const count = (outcome: CheckpointStory['outcome']): number => own.filter((one) => one.outcome === outcome).length;
    return {
      ...{ code, name: own[0]?.name ?? '', invited: own.filter(({ isInvited }) => isInvited).length },
      ...{ held: count('gjennomfort'), declined: count('fravalgt'), exempted: count('unntatt'), open: count('open') },
    };
  });
}

/** Whether a checkpoint is about a single person (MP-A): its figures are figures of people. */
export const isOfOnePerson = (code: string): boolean => code.startsWith('MP-A');

/** Checkpoints of single people, by code. */
export function heardAlone(counts: readonly CheckpointCount[]): readonly HeardPeopleRow[] {
  const own = counts.filter(({ code }) => isOfOnePerson(code));
  return [...new Set(own.map(({ code }) => code))].toSorted().map((code) => {
    const countOf = (outcome: string): number =>
      own.find((one) => one.code === code && one.outcome === outcome)?.count ?? 0;
    const { parts, total } = suppress([outcomes.map(countOf)]);
    const [held = null, declined = null, exempted = null, notReached = null] = parts[0] ?? [];
    return { code, held, declined, exempted, notReached, total };
  });
}
