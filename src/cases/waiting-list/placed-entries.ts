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

/** Where the key puts an entry. */
export const placementOf = (entry: WaitingListEntry, { rule, on, vacancies }: PlacingBy): Placement =>
  rule.place(keyInputs(entry, { on, fitsVacancy: fitsIn(vacancies, entry.need) }));

/** The order of the list: those whom rounds missed on top, then by the key, then who has waited longest. */
export const inOrderOfList = (entries: readonly WaitingListEntry[], by: PlacingBy): readonly PlacedEntry[] =>
  entries.map((entry) => ({ entry, placement: placementOf(entry, by) })).toSorted(before);

const before = (one: PlacedEntry, other: PlacedEntry): number =>
  other.entry.roundsMissed - one.entry.roundsMissed ||
  byKey(one.placement, other.placement) ||
  one.entry.enteredAt.localeCompare(other.entry.enteredAt);
