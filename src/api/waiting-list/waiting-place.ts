import { mayCorrectPlace } from '../../cases/access/may-correct-place.js';
import { mayUse } from '../../cases/access/may.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { circumstances, waitingSince } from '../../cases/waiting-list/priority/circumstances.js';
import { placementOf } from '../../cases/waiting-list/placed-entries.js';
import { parsePlacement } from '../../cases/waiting-list/priority/placement.js';
import { ruleInForce } from '../../cases/waiting-list/priority/priority-rule.js';
import type { WaitingPlaceView } from '../../contract/waiting-list.contract.js';
import { daysBetween } from '../../engine/index.js';
import type { RoundReview, WaitingListEntry } from '../../runtime/case-ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { caseOfDecisions } from '../decisions/visible-decision.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { hearsCorrections } from './correct-waiting-place.js';

/** Somebody's place on the waiting list; 404 where the case is not on it, or is not theirs to see. */
export async function waitingPlace(ports: ApiPorts, who: RequestActor, id: string): Promise<WaitingPlaceView> {
  const { tenant } = who;
  const found = await caseOfDecisions(ports, who, { id, data: 'decision', part: 'waiting-list' });
  const entry = await ports.waitingList.find(tenant, found.id);
  if (entry === undefined) throw problem('not-found');

  const on = dateInNorway(await ports.clock.now(tenant));
  const whole = { from: '0001-01-01', to: on, processInstanceId: found.id };
  const [rule, buildings, reviews, listens] = await Promise.all([
    ruleInForce(ports.priorityRules, tenant),
    ports.homes.reader.buildings(tenant),
    ports.waitingList.reviews(tenant, whole),
    hearsCorrections(ports, tenant, found),
  ]);
  const { group, reasons, ruleVersion, fitsVacancy } = placementOf(entry, { rule, on, vacancies: buildings });
  const since = waitingSince(entry);
  return {
    title: found.title,
    waitingSince: since,
    waitedDays: daysBetween(since, on),
    circumstances: circumstances.map((one) => ({ ...one, value: valueOf(entry, one.id) })),
    correcting: !mayCorrectPlace(who.actor, found) ? 'closed' : listens === undefined ? 'later' : 'open',
    now: { group, reasons: [...reasons], ruleVersion, fitsVacancy: fitsVacancy ?? null },
    // What the team wrote may be about others who wait, too.
    rounds: reviews.map((review) => roundView(review, !found.isOwn && !found.isShared)),
  };
}

/** Whether a case whose decisions are open to `who` is on the list, and they may ask for its place there; nothing is shown by asking this. */
export const isWaiting = async (
  { waitingList }: Pick<ApiPorts, 'waitingList'>,
  { tenant, actor }: RequestActor,
  { id }: Pick<CaseRow, 'id'>,
): Promise<boolean> => mayUse(actor, 'read', 'waiting-list') && (await waitingList.find(tenant, id)) !== undefined;

function valueOf({ circumstances: known }: WaitingListEntry, id: string): boolean | string | null {
  const value = known[id];
  return typeof value === 'boolean' || typeof value === 'string' ? value : null;
}

function roundView({ on, outcome, reason, placement }: RoundReview, isStaff: boolean) {
  const placed = parsePlacement(placement);
  return {
    on,
    outcome,
    reason: (isStaff ? reason : undefined) ?? null,
    placement: placed === undefined ? null : { ...placed, reasons: [...placed.reasons] },
  };
}
