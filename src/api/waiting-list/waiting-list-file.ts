import type { StreamableFile } from '@nestjs/common';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { mayTakeOutList } from '../../cases/waiting-list/may-take-out.js';
import { waitingSince } from '../../cases/waiting-list/priority/circumstances.js';
import { areaOf } from '../../cases/waiting-list/waiting-figures.js';
import type { WaitingListFileQuery } from '../../contract/waiting-list.contract.js';
import { daysBetween } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import { shownCases } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { recordsFile } from '../files/table-file.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { orderedList, placesSeen, typeIn, wantedAmong, type SeenEntry } from './seen-entries.js';

// Nothing of health: neither whom a home is for, nor what the key met, nor what somebody wrote.
const columns = [
  ...['plass', 'sak', 'tittel', 'plassgruppe', 'nokkelversjon', 'boligtype', 'omrade'],
  ...['ventetSiden', 'ventetDager', 'sistVurdert', 'runderIkkeVurdert'],
] as const;

/**
 * The waiting list as a file to keep, for the team that keeps the list and for leaders: those whose cases they may see, in the order of
 * the list. That it was taken out stands with everybody who is in it, as every look at the list does; 404 for everybody else.
 */
export async function waitingListFile(
  ports: ApiPorts,
  who: RequestActor,
  { format, ...wanted }: WaitingListFileQuery,
): Promise<StreamableFile> {
  if (!mayTakeOutList(who.actor, ports.attention.leaders)) throw problem('not-found');

  const { countedAt, ordered } = await orderedList(ports, who.tenant);
  const found = wantedAmong(ports, await placesSeen(ports, who, ordered), wanted);
  const ids = found.map(({ entry }) => entry.processInstanceId);
  const shown = new Set((await shownCases(ports, who, { ids, part: 'waiting-list' })).map(({ id }) => id));
  const on = dateInNorway(countedAt);
  const typeOf = typeIn(ports);
  const rows = found
    .filter(({ entry }) => shown.has(entry.processInstanceId))
    .map((one) => rowOf(one, { on, boligtype: typeOf(one).name }));
  return recordsFile(ports, { name: `venteliste-${on}`, format }, { names: columns, rows });
}

function rowOf(
  { place, entry, placement }: SeenEntry,
  { on, boligtype }: { readonly on: LocalDate; readonly boligtype: string },
): JsonObject {
  const since = waitingSince(entry);
  return {
    ...{ plass: place, sak: entry.processInstanceId, tittel: entry.title },
    ...{ plassgruppe: placement.group, nokkelversjon: placement.ruleVersion },
    ...{ boligtype, omrade: areaOf(entry) ?? null, ventetSiden: since, ventetDager: daysBetween(since, on) },
    ...{ sistVurdert: entry.lastReviewedOn ?? null, runderIkkeVurdert: entry.roundsMissed },
  };
}
