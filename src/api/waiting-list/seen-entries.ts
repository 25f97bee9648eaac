import { readerOf } from '../../cases/access/reader-of.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { homeTypeOf, type HomeType } from '../../cases/needs/need-rules.js';
import { inOrderOfList, type PlacedEntry } from '../../cases/waiting-list/placed-entries.js';
import { ruleInForce } from '../../cases/waiting-list/priority/priority-rule.js';
import { areaOf } from '../../cases/waiting-list/waiting-figures.js';
import type { WaitingListQuery } from '../../contract/waiting-list.contract.js';
import type { BuildingRow } from '../../runtime/homes/home-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Instant } from '../../shared/time.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** Everybody who waits, in the order of the list. */
export interface OrderedList {
  readonly countedAt: Instant;
  readonly ruleVersion: number;
  readonly buildings: readonly BuildingRow[];
  readonly ordered: readonly PlacedEntry[];
}

/**
 * Everybody who waits now, by the key that counts now: one's own place is a place among all, whoever asks. Who of them is shown is asked
 * of each (`placesSeen`).
 */
export async function orderedList(ports: ApiPorts, tenant: TenantId): Promise<OrderedList> {
  const [countedAt, rule, buildings, waiting] = await Promise.all([
    ports.clock.now(tenant),
    ruleInForce(ports.priorityRules, tenant),
    ports.homes.reader.buildings(tenant),
    asSystem(() => ports.waitingList.active(tenant)),
  ]);
  const ordered = inOrderOfList(waiting, { rule, on: dateInNorway(countedAt), vacancies: buildings });
  return { countedAt, ruleVersion: rule.version, buildings, ordered };
}

/** An entry with its place among those that the reader sees. */
export interface SeenEntry extends PlacedEntry {
  readonly place: number;
}

/** Those whose whole case is open to the reader. What is shown of them is written down when it is (`shownCases`). */
export async function placesSeen(
  { cases }: Pick<ApiPorts, 'cases'>,
  { tenant, actor }: RequestActor,
  ordered: readonly PlacedEntry[],
): Promise<readonly SeenEntry[]> {
  const ids = ordered.map(({ entry }) => entry.processInstanceId);
  const open = new Set(await cases.wholeAmong(readerOf({ tenant, actor }), ids));
  return ordered.filter(({ entry }) => open.has(entry.processInstanceId)).map((one, at) => ({ ...one, place: at + 1 }));
}

/** What is asked for of the list. */
export type WantedEntries = Pick<WaitingListQuery, 'group' | 'type' | 'area'>;

/** Those among them of a place group, a type of home and an area. */
export function wantedAmong(
  ports: Pick<ApiPorts, 'needRules'>,
  seen: readonly SeenEntry[],
  { group, type, area }: WantedEntries,
): readonly SeenEntry[] {
  const typeOf = typeIn(ports);
  return seen.filter(
    (one) =>
      (group === undefined || one.placement.group === group) &&
      (type === undefined || typeOf(one).id === type) &&
      (area === undefined || areaOf(one.entry) === area),
  );
}

/** The type of home that an entry waits for, as needs are counted. */
export const typeIn =
  ({ needRules }: Pick<ApiPorts, 'needRules'>) =>
  ({ entry }: PlacedEntry): HomeType =>
    homeTypeOf(needRules, textOf(entry.need['boligtype']) ?? '');

/** A text that says something; null where it is none. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
