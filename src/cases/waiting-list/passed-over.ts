import type { NamedReview, WaitingListEntry } from '../../runtime/case-ports.js';
import type { Id } from '../../shared/id.js';
import { listOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { PlacedEntry } from './placed-entries.js';
import { waitingSince } from './priority/circumstances.js';

/** Somebody who stands above another on the list; `place` counts from 1. */
export interface Ahead {
  readonly place: number;
  readonly entry: WaitingListEntry;
  /** Why they got no offer in the round that gave it to the other. */
  readonly reason?: string;
}

/** Those who stand above a case, of a list in its order; none where the case is not on it. */
export function aheadOf(ordered: readonly Pick<PlacedEntry, 'entry'>[], id: Id<'ProcessInstance'>): readonly Ahead[] {
  const own = ordered.findIndex(({ entry }) => entry.processInstanceId === id);
  return ordered.slice(0, Math.max(0, own)).map(({ entry }, at) => ({ place: at + 1, entry }));
}

/** What the round said of the others that gave a case its newest offer: `reviews` are everybody's, the oldest first. */
export function reasonsOfRound(
  reviews: readonly NamedReview[],
  id: Id<'ProcessInstance'>,
): ReadonlyMap<string, string> {
  const round = reviews.findLast((one) => one.processInstanceId === id && one.outcome === 'tilbud')?.round;
  const others = reviews.filter((one) => one.round === round && one.outcome !== 'tilbud');
  return new Map(others.flatMap(({ processInstanceId, reason }) => (reason ? [[processInstanceId, reason]] : [])));
}

/** Somebody as a list of those who are passed over tells of them: by place and waiting, never by name. */
export const aheadLine = ({ place, entry, reason }: Ahead): string =>
  `${place}: venter siden ${waitingSince(entry)}${reason === undefined ? '' : ' (har en grunn fra runden)'}`;

/** What is kept of those who are passed over, and the places that have no reason: neither in a line (`2: trenger heis`) nor from the round. */
export function reasonsFor(ahead: readonly Ahead[], lines: Json | undefined) {
  const written = reasonsByPlace(lines);
  const all = ahead.map(({ place, entry, reason }) => ({ place, entry, reason: written.get(place) ?? reason }));
  return {
    missing: all.flatMap(({ place, reason }) => (reason === undefined ? [place] : [])),
    kept: all.flatMap(({ place: plass, entry, reason: grunn }): readonly JsonObject[] =>
      grunn === undefined ? [] : [{ plass, ventelisteId: entry.processInstanceId, grunn }],
    ),
  };
}

const reasonsByPlace = (lines: Json | undefined): ReadonlyMap<number, string> =>
  new Map(
    listOf(lines).flatMap((line) => {
      const [, place, reason] =
        typeof line === 'string' ? (/^\s*(\d{1,4})\s*[:.)–-]\s*(\S.*)$/su.exec(line) ?? []) : [];
      return place === undefined || reason === undefined ? [] : [[Number(place), reason.trim()] as const];
    }),
  );
