import type { NamedReview } from '../../../runtime/case-ports.js';
import type { Id } from '../../../shared/id.js';
import type { LocalDate } from '../../../shared/time.js';
import { byKey, parsePlacement, type Placement } from './placement.js';
import type { PriorityRule } from './priority-rule.js';

/** Where a key puts somebody among those of a round: 1 goes first. */
export interface Rank extends Pick<Placement, 'group' | 'reasons' | 'ruleVersion'> {
  readonly place: number;
}

/** Somebody in a round, as the key that counted then put them and as another one would have. */
export interface ComparedEntry {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly title: string;
  readonly before: Rank;
  readonly after: Rank;
  readonly change: 'opp' | 'ned' | 'uendret';
}

/** A round by both keys, in the order of the other one. */
export interface ComparedRound {
  readonly round: string;
  readonly on: LocalDate;
  readonly entries: readonly ComparedEntry[];
}

/**
 * Replays rounds with another key: what was known of everybody then is asked again. Entries of rounds before there was a key are left
 * out. Those whom earlier rounds had missed stood on top by any key; that is left out, too.
 */
export function compareRules(reviews: readonly NamedReview[], rule: PriorityRule): readonly ComparedRound[] {
  return [...new Set(reviews.map(({ round }) => round))].flatMap((round) => {
    const said = reviews.filter((review) => review.round === round);
    const placed = said.flatMap((review) => placedTwice(review, rule));
    const on = said[0]?.on;
    return on === undefined || placed.length === 0 ? [] : [{ round, on, entries: ranked(placed) }];
  });
}

interface PlacedTwice extends Pick<NamedReview, 'processInstanceId' | 'title'> {
  readonly old: Placement;
  readonly other: Placement;
}

function placedTwice({ processInstanceId, title, placement }: NamedReview, rule: PriorityRule): readonly PlacedTwice[] {
  const old = parsePlacement(placement);
  return old === undefined ? [] : [{ processInstanceId, title, old, other: rule.place(old.given) }];
}

function ranked(placed: readonly PlacedTwice[]): readonly ComparedEntry[] {
  const before = placed.toSorted((one, other) => byKey(one.old, other.old));
  const after = placed.toSorted((one, other) => byKey(one.other, other.other));
  return after.map((entry, index) => {
    const [was, is] = [before.indexOf(entry) + 1, index + 1];
    const { processInstanceId, title, old, other } = entry;
    const change = is < was ? 'opp' : is > was ? 'ned' : 'uendret';
    return { processInstanceId, title, before: { ...old, place: was }, after: { ...other, place: is }, change };
  });
}

/** How many would have stood higher, lower and as before; absent where they are fewer than five, but somebody. */
export interface ComparedFigures {
  readonly rounds: number;
  readonly up?: number;
  readonly down?: number;
  readonly same?: number;
}

/** The figures of a comparison, for those who may not see who it is about (domain register §5: five persons or more). */
export function figuresOf(compared: readonly ComparedRound[]): ComparedFigures {
  const entries = compared.flatMap((round) => round.entries);
  const count = (change: ComparedEntry['change']) => enough(entries.filter((entry) => entry.change === change));
  const [up, down, same] = [count('opp'), count('ned'), count('uendret')];
  return {
    rounds: compared.length,
    ...(up !== undefined && { up }),
    ...(down !== undefined && { down }),
    ...(same !== undefined && { same }),
  };
}

// A person in twenty rounds is one person.
function enough(entries: readonly ComparedEntry[]): number | undefined {
  const persons = new Set(entries.map(({ processInstanceId }) => processInstanceId)).size;
  return persons === 0 || persons >= 5 ? entries.length : undefined;
}
