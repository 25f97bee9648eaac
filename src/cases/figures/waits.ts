import { daysBetween, localDateOf } from '../../engine/index.js';
import type { InstantSpan, ListMove } from '../../runtime/figure-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { othersWaited } from '../journey/others-waited.js';
import type { FigureRow, FigureTable } from './figure-table.js';
import type { Breakdown, FigureSettings } from './figure-settings.js';
import { suppress } from './suppress.js';

/** Somebody's time on the waiting list. */
export interface Wait {
  readonly days: number;
  readonly need: string | null;
  readonly origin: string | null;
}

/** The waits that ended with a home in the span, and those of whoever waited at its end. */
export interface Waits {
  readonly housed: readonly Wait[];
  readonly waiting: readonly Wait[];
}

interface Since {
  readonly on: LocalDate;
  readonly move: ListMove;
}

/** Reads waits from the moves on and off the list before the end of the span, the oldest first. */
export function waitsOf(moves: readonly ListMove[], { from, until }: InstantSpan, housedReason: string): Waits {
  const listed = new Map<string, Since>();
  const housed: Wait[] = [];
  for (const move of moves) {
    const { processInstanceId, kind, at, since, reason } = move;
    const entered = listed.get(processInstanceId);
    // Who comes back keeps the place they had.
    if (kind === 'in' && entered === undefined) listed.set(processInstanceId, { on: since ?? localDateOf(at), move });
    if (kind === 'out' && entered !== undefined) {
      listed.delete(processInstanceId);
      if (reason === housedReason && at >= from) housed.push(waitUntil(entered, localDateOf(at)));
    }
  }
  const end = localDateOf(until);
  return { housed, waiting: [...listed.values()].map((entered) => waitUntil(entered, end)) };
}

const waitUntil = ({ on, move: { need, origin } }: Since, end: LocalDate): Wait => ({
  days: daysBetween(on, end),
  need,
  origin,
});

/** By what waits are told apart. */
export type WaitSettings = Pick<FigureSettings, 'need' | 'origin' | 'unknown'>;

/** The tables of waits: by need and by origin, with median and range. */
export function waitTables({ housed, waiting }: Waits, settings: WaitSettings): readonly FigureTable[] {
  const ofHoused = { id: 'fikk-bolig', title: 'Ventetid for dem som fikk bolig', waits: housed };
  const ofWaiting = { id: 'venter', title: 'Ventetid så langt for dem som venter', waits: waiting };
  return [ofHoused, ofWaiting].flatMap((told) => tablesOf(told, settings));
}

interface ToldWaits {
  readonly id: string;
  readonly title: string;
  readonly waits: readonly Wait[];
}

function tablesOf({ id, title, waits }: ToldWaits, { need, origin, unknown }: WaitSettings): readonly FigureTable[] {
  const ways: readonly (readonly [string, Breakdown])[] = [
    ['need', need],
    ['origin', origin],
  ];
  const groups = ways.map(([way, breakdown]) =>
    grouped(waits, (wait) => breakdown.names[(way === 'need' ? wait.need : wait.origin) ?? ''] ?? unknown),
  );
  const shown = suppress(groups.map((group) => group.map(([, of]) => of.length)));
  return ways.map(([way, breakdown], place) => ({
    id: `${id}-${way}`,
    title: `${title}, etter ${breakdown.title}`,
    about: 'Dager fra søkeren kom på ventelista. Fire av fem ligger mellom korteste og lengste.',
    columns: ['Antall', 'Median', 'Korteste', 'Lengste'],
    rows: [
      ...(groups[place] ?? []).map(([name, of], row) => waitRow(name, of, shown.parts[place]?.[row] ?? null)),
      ...(waits.length === 0 ? [] : [waitRow('Alle', waits, shown.total)]),
    ],
  }));
}

function grouped(
  waits: readonly Wait[],
  nameOf: (wait: Wait) => string,
): readonly (readonly [string, readonly Wait[]])[] {
  const names = [...new Set(waits.map(nameOf))].toSorted((one, other) => one.localeCompare(other, 'nb'));
  return names.map((name) => [name, waits.filter((wait) => nameOf(wait) === name)]);
}

function waitRow(name: string, waits: readonly Wait[], count: number | null): FigureRow {
  const range = count === null ? null : othersWaited(waits.map(({ days }) => days));
  return { name, cells: [count, range?.median ?? null, range?.low ?? null, range?.high ?? null] };
}
