import { groupName } from '../../cases/access/group-names.js';
import { relationToPlan } from '../../cases/access/may-read-plan.js';
import { readsInWords } from '../../cases/access/reads-in-words.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { PersonRecord } from '../../contract/person-record.contract.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import { idOf, type Id } from '../../shared/id.js';
import { shownPlanOwner, shownWhole } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { householdOf } from './record-of-household.js';
import { recordOfCases } from './record-of-cases.js';
import { recordOfHomes } from './record-of-homes.js';

/**
 * Everything that is registered about a person, for themselves and for whoever acts for them now; otherwise 404, as for somebody whom
 * nobody knows. That it is shown to another is written down before anything is read.
 */
export async function recordOfPerson(ports: ApiPorts, who: RequestActor, id: string): Promise<PersonRecord> {
  const { tenant } = who;
  const person = idOf<'Actor'>(id);
  const registered = await shownWhole(ports, who, id);
  // Somebody may log in and send something before anybody has registered them.
  if (registered === undefined && person !== who.actor.id) throw problem('not-found');

  const [now, municipality, households, applications, messages, plan, reads, ofCases, tenancies] = await Promise.all([
    ports.clock.now(tenant),
    ports.municipality.name(tenant),
    ports.households.ofPerson(tenant, person),
    ports.applications.list(tenant, { person }),
    ports.notices.sent.to(tenant, person),
    planOf(ports, who, registered),
    readsOf(ports, who, person),
    recordOfCases(ports, tenant, person),
    recordOfHomes(ports, tenant, person),
  ]);
  return {
    ...{ format: 'boligflyt-person-record', version: 1, writtenAt: now, municipality, person },
    identity: registered === undefined ? null : identityOf(registered),
    helpers: (registered?.representatives ?? []).map(({ kind, name, organisation = null, fromOn, toOn = null }) => {
      return { kind, name, organisation, fromOn, toOn };
    }),
    households: households.flatMap((one) => householdOf(one, person)),
    applications: applications.map(({ id: application, title, askedForName, receivedOn, belongsTo }) => {
      return { id: application, title, askedFor: askedForName, receivedOn, belongsTo: groupName(belongsTo) };
    }),
    messages: messages.map(({ subject, channel, at }) => ({ subject, channel, at })),
    ...{ ...ofCases, tenancies, housingPlan: plan, reads },
  };
}

function identityOf(person: RegisteredPerson): PersonRecord['identity'] {
  const { name, bornOn = null, email = null, phone = null, address = null, language, channel, protection } = person;
  return { name, bornOn, email, phone, address, language, channel, hasProtectedAddress: protection !== 'none' };
}

async function planOf(
  ports: ApiPorts,
  who: RequestActor,
  owner: RegisteredPerson | undefined,
): Promise<PersonRecord['housingPlan']> {
  if (owner === undefined) return null;
  const plan = await ports.housingPlans.plan(who.tenant, owner.id);
  const today = dateInNorway(await ports.clock.now(who.tenant));
  const { writtenAt, dream = null, nextStep = null, obstacles = null, steps, shares } = plan;
  if (writtenAt === undefined || relationToPlan(who.actor, owner, { shares, today }) === undefined) return null;
  await shownPlanOwner(ports, who, plan);
  return { writtenAt, dream, nextStep, obstacles, steps: [...steps] };
}

// Who they are stands on the person's own page of reads; a file goes further than that.
async function readsOf(
  { readLog, readWords }: ApiPorts,
  { tenant, actor }: RequestActor,
  person: Id<'Actor'>,
): Promise<PersonRecord['reads']> {
  if (person !== actor.id) return null;
  const rows = await readLog.ofPerson(tenant, person);
  return readsInWords(rows, readWords, () => 'Noen').map(({ on, unit, text, why, times }) => {
    return { on, unit, text, why, times };
  });
}
