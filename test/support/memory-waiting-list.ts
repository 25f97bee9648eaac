import type { RoundReview, WaitingList, WaitingListEntry } from '../../src/runtime/case-ports.js';

/** A waiting list in memory, with the behaviour that the port promises. */
export function createMemoryWaitingList(): WaitingList {
  const entries = new Map<string, WaitingListEntry>();
  const reviews: RoundReview[] = [];
  const byNeed = (one: WaitingListEntry, other: WaitingListEntry): number =>
    other.roundsMissed - one.roundsMissed || one.enteredAt.localeCompare(other.enteredAt);

  return {
    enter: async (_tenant, entry) => {
      if (!entries.has(entry.processInstanceId))
        entries.set(entry.processInstanceId, { circumstances: {}, ...entry, roundsMissed: 0 });
    },
    correct: async (_tenant, id, circumstances) => {
      const entry = entries.get(id);
      if (entry !== undefined)
        entries.set(id, { ...entry, circumstances: { ...entry.circumstances, ...circumstances } });
    },
    find: async (_tenant, id) => entries.get(id),
    reviews: async (_tenant, { from, to, processInstanceId }) =>
      reviews
        .filter(({ on }) => on >= from && on <= to)
        .filter((review) => processInstanceId === undefined || review.processInstanceId === processInstanceId)
        .map((review) => ({ ...review, title: entries.get(review.processInstanceId)?.title ?? '' })),
    leave: async (_tenant, { processInstanceId }) => {
      entries.delete(processInstanceId);
    },
    changeNeed: async (_tenant, id, changed) => {
      const entry = entries.get(id);
      if (entry === undefined) return undefined;
      const need = Object.entries({ ...entry.need, ...changed }).filter(([, value]) => value !== null);
      entries.set(id, { ...entry, need: Object.fromEntries(need) });
      return entry.enteredAt;
    },
    active: async () => [...entries.values()].sort(byNeed),
    countOutcomes: async (_tenant, rounds) => {
      const said = reviews.filter(({ round }) => rounds.includes(round));
      const kinds = new Map(said.map(({ round, outcome }) => [`${round} ${outcome}`, { round, outcome }]));
      const isOf = (kind: RoundReview, { round, outcome }: Pick<RoundReview, 'round' | 'outcome'>): boolean =>
        kind.round === round && kind.outcome === outcome;
      return [...kinds.values()].map((kind) => ({ ...kind, entries: said.filter((one) => isOf(one, kind)).length }));
    },
    reviewedIn: async (_tenant, round) =>
      reviews.filter((review) => review.round === round).map(({ processInstanceId }) => processInstanceId),
    review: async (_tenant, review) => {
      const entry = entries.get(review.processInstanceId);
      const isDone = reviews.some(
        (one) => one.round === review.round && one.processInstanceId === review.processInstanceId,
      );
      if (entry === undefined || isDone) return;
      reviews.push(review);
      const isMissed = review.outcome === 'ikke-vurdert';
      entries.set(
        entry.processInstanceId,
        isMissed ? { ...entry, roundsMissed: entry.roundsMissed + 1 } : reviewed(entry, review),
      );
    },
    missedOn: async (_tenant, id) => {
      const rounds = entries.get(id)?.roundsMissed ?? 0;
      const missed = reviews.filter((one) => one.processInstanceId === id && one.outcome === 'ikke-vurdert');
      return rounds === 0 ? [] : missed.slice(-rounds).map(({ on }) => on);
    },
  };
}

/** An entry after a round that looked at it: a move that an earlier one said is over. */
function reviewed(entry: WaitingListEntry, { on, outcome }: RoundReview): WaitingListEntry {
  const { moved: _moved, ...before } = entry;
  const moved: Pick<WaitingListEntry, 'moved'> = outcome === 'opp' || outcome === 'ned' ? { moved: outcome } : {};
  return { ...before, ...moved, roundsMissed: 0, lastReviewedOn: on };
}
