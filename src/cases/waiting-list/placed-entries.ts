import type { WaitingListEntry } from '../../runtime/case-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { keyInputs } from './priority/circumstances.js';
import { fitsIn, type Vacancies } from './priority/fits-vacancy.js';
import { byKey, type Placement } from './priority/placement.js';
import type { PriorityRule } from './priority/priority-rule.js';

/** Somebody who waits, and where the priority key puts them. */
export interface PlacedEntry {
  readonly entry: WaitingListEntry;
  readonly placement: Placement;
}

/** By what people are placed: a version of the key, the day, and the homes that are free. */
export interface PlacingBy {
  readonly rule: PriorityRule;
  readonly on: LocalDate;
  readonly vacancies: Vacancies;
}

// A version of the key answers the same to the same facts: somebody is placed once for each day and each change of what is known of them or of
// the homes that are free, and not each time somebody reads the list.
const placements = new WeakMap<PriorityRule, Map<string, Placement>>();
const mostPlacements = 20_000;

/** Where the key puts an entry. */
export function placementOf(entry: WaitingListEntry, { rule, on, vacancies }: PlacingBy): Placement {
  const known = placements.get(rule) ?? new Map<string, Placement>();
  placements.set(rule, known);
  const fitsVacancy = fitsIn(vacancies, entry.need);
  const { enteredAt, circumstances } = entry;
  const facts = JSON.stringify([on, fitsVacancy, enteredAt, entry.need['vedtakOn'] ?? null, circumstances]);
  const before = known.get(facts);
  if (before !== undefined) return before;

  const placement = rule.place(keyInputs(entry, { on, fitsVacancy }));
  if (known.size >= mostPlacements) known.clear();
  known.set(facts, placement);
  return placement;
}

/**
 * The order of the list: those whom rounds missed on top, then by the group of the key; within it those whom the last round moved up, and
 * last those whom it moved down; then by the key’s tie-break, and who has waited longest.
 */
export const inOrderOfList = (entries: readonly WaitingListEntry[], by: PlacingBy): readonly PlacedEntry[] =>
  entries.map((entry) => ({ entry, placement: placementOf(entry, by) })).toSorted(before);

const before = (one: PlacedEntry, other: PlacedEntry): number =>
  other.entry.roundsMissed - one.entry.roundsMissed ||
  one.placement.group - other.placement.group ||
  rankOf(one.entry) - rankOf(other.entry) ||
  byKey(one.placement, other.placement) ||
  one.entry.enteredAt.localeCompare(other.entry.enteredAt);

// A round moves nobody from one group to another: the groups are the key's, and who stands in which has reasons that the person can correct.
const rankOf = ({ moved }: WaitingListEntry): number => (moved === 'opp' ? -1 : moved === 'ned' ? 1 : 0);
