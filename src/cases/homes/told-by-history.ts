import { staffings } from '../../runtime/homes/building-record.js';
import type { Staffing } from '../../runtime/homes/building-record.js';
import type { HistoryRow } from '../../runtime/homes/home-ports.js';
import type { Id } from '../../shared/id.js';
import { isObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';

/** How the staff of a building work since when, as its history (the newest first) tells; undefined: nobody has told. */
export function staffingOf(
  history: readonly HistoryRow[],
): { readonly staffing: Staffing; readonly since: Instant } | undefined {
  const told = history.find(({ change }) => change === 'bemanning-endret');
  const staffing = staffings.find((one) => one === told?.content['staffing']);
  return told === undefined || staffing === undefined ? undefined : { staffing, since: told.at };
}

/** The case that decided that a building is to be wound down, as its history (the newest first) tells. */
export const windDownOf = (history: readonly HistoryRow[]): Id<'ProcessInstance'> | undefined =>
  history.find(
    ({ change, content: { facts }, decidedIn }) =>
      change === 'bygg-fort' && decidedIn !== undefined && isObject(facts) && facts['status'] === 'avvikles',
  )?.decidedIn;
