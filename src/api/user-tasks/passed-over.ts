import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { misfitsOf, requirementsOn } from '../../cases/homes/home-requirements.js';
import { aheadOf, reasonsFor, reasonsOfRound } from '../../cases/waiting-list/passed-over.js';
import type { Ahead } from '../../cases/waiting-list/passed-over.js';
import { inOrderOfList } from '../../cases/waiting-list/placed-entries.js';
import { ruleInForce } from '../../cases/waiting-list/priority/priority-rule.js';
import { addPeriod } from '../../engine/index.js';
import type { ProcessInstance } from '../../engine/index.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import { listOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';

type Ports = Pick<ApiPorts, 'cases' | 'clock' | 'homes' | 'homeRequirements' | 'priorityRules' | 'waitingList'>;

/** Those who stand above a case on the list, wait for an offer, and could live in one of these homes. */
export async function passedOver(
  ports: Ports,
  tenant: TenantId,
  { id, homes }: { readonly id: Id<'ProcessInstance'>; readonly homes: readonly HomeRecord[] },
): Promise<readonly Ahead[]> {
  if (homes.length === 0) return [];
  const on = dateInNorway(await ports.clock.now(tenant));
  // Whoever makes an offer is told of those above it, whatever else of the list is theirs to see.
  const [entries, rule, vacancies, reviews] = await Promise.all([
    asSystem(() => ports.waitingList.active(tenant)),
    ruleInForce(ports.priorityRules, tenant),
    ports.homes.reader.buildings(tenant),
    asSystem(() => ports.waitingList.reviews(tenant, { from: addPeriod(on, aMonthAgo), to: on })),
  ]);
  const requirements = requirementsOn(ports.homeRequirements, on);
  const couldLiveIn = (need: JsonObject) => (home: HomeRecord) => {
    const building = vacancies.find((one) => one.id === home.building);
    return building !== undefined && misfitsOf(requirements, need, { home, building }).length === 0;
  };
  const ahead = aheadOf(inOrderOfList(entries, { rule, on, vacancies }), id);
  const fitting = ahead.filter(({ entry }) => homes.some(couldLiveIn(entry.need)));
  const cases = await Promise.all(fitting.map(({ entry }) => ports.cases.snapshot(tenant, entry.processInstanceId)));
  const reasons = reasonsOfRound(reviews, id);
  return fitting
    .filter((_, at) => waitsForOffer(cases[at]))
    .map((one) => withReason(one, reasons.get(one.entry.processInstanceId)));
}

// An offer is made within days of its round: homes are chosen in 3 working days.
const aMonthAgo = '-P1M';

const withReason = (one: Ahead, reason: string | undefined): Ahead => (reason === undefined ? one : { ...one, reason });

// Who has an offer already is not passed over by another one.
const waitsForOffer = (instance: ProcessInstance | undefined): boolean =>
  [...(instance?.subscriptions.values() ?? [])].some((one) => one.kind === 'message' && one.message === 'bolig-ledig');

/** What the case keeps of those who are passed over by an offer; 422 where one of them has no reason. */
export async function reasonsForPassingOver(
  ports: Ports,
  tenant: TenantId,
  { id, variables }: { readonly id: Id<'ProcessInstance'>; readonly variables: JsonObject },
): Promise<JsonObject> {
  const ids = listOf(variables['boliger']).filter((home) => typeof home === 'string');
  const homes = await Promise.all(ids.map((home) => ports.homes.reader.home(tenant, home)));
  const ahead = await passedOver(ports, tenant, { id, homes: homes.flatMap((home) => home ?? []) });
  const { missing, kept } = reasonsFor(ahead, variables['forbigattGrunner']);
  if (missing.length === 0) return { forbigattMedGrunn: kept };
  const message = `Skriv hvorfor disse ikke får tilbudet, én linje for hver: ${missing.join(', ')}.`;
  throw problem('passed-over', { errors: [{ path: 'forbigattGrunner', message }] });
}
