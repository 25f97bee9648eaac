import { relationToCase, wayToWholeCase } from '../../cases/access/may-read-case.js';
import { relationToPlan } from '../../cases/access/may-read-plan.js';
import { relationToPerson } from '../../cases/access/may-read-person.js';
import type { ReaderRelation } from '../../cases/access/may-read-person.js';
import { keepReadsFor } from '../../cases/access/retention.js';
import { relationToTenant } from '../../cases/homes/may-use-homes.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { Actor } from '../../engine/index.js';
import type { HousingPlan, SharedPlan } from '../../runtime/housing-plan-ports.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import type { Showing, ShownPart } from '../../runtime/read-log-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/**
 * The case, to be shown to `who`, if they may see it: what is shown of somebody else's case is written down first, for that person to read.
 * Otherwise the same 404 as for one that does not exist.
 */
export async function shownCase(
  ports: Pick<ApiPorts, 'readLog'>,
  who: RequestActor,
  { id, part }: { readonly id: string; readonly part: ShownPart },
): Promise<CaseWithRelations> {
  const wayTo = (found: CaseWithRelations) => relationToCase(who.actor, found);
  return caseShownBy(ports, who, { id, part, wayTo });
}

/** What of a case is asked for, and by which way it is open. */
export interface PartOfCase {
  readonly id: string;
  readonly part: ShownPart;
  readonly wayTo: (found: CaseWithRelations) => ReaderRelation | undefined;
}

/** The same for a part of the case that has a rule of its own. */
export async function caseShownBy(
  ports: Pick<ApiPorts, 'readLog'>,
  { tenant, actor }: RequestActor,
  { id, part, wayTo }: PartOfCase,
): Promise<CaseWithRelations> {
  const decide = (found: CaseWithRelations): Showing => showing(actor, wayTo(found), { person: found.subject, part });
  const found = await ports.readLog.showCase(tenant, idOf<'ProcessInstance'>(id), decide);
  if (found === undefined) throw problem('not-found');
  return found;
}

/** Those of several cases of which `who` may see the whole, under the same terms. */
export async function shownCases(
  ports: Pick<ApiPorts, 'readLog'>,
  who: RequestActor,
  { ids, part }: { readonly ids: readonly Id<'ProcessInstance'>[]; readonly part: ShownPart },
): Promise<readonly CaseWithRelations[]> {
  return casesShownBy(ports, who, { ids, part, wayTo: (found) => wayToWholeCase(who.actor, found) });
}

/** The same by a rule of its own. */
export async function casesShownBy(
  { readLog }: Pick<ApiPorts, 'readLog'>,
  { tenant, actor }: RequestActor,
  { ids, part, wayTo }: Omit<PartOfCase, 'id'> & { readonly ids: readonly Id<'ProcessInstance'>[] },
): Promise<readonly CaseWithRelations[]> {
  const decide = (found: CaseWithRelations): Showing => showing(actor, wayTo(found), { person: found.subject, part });
  return ids.length === 0 ? [] : readLog.showCases(tenant, ids, decide);
}

/** The person, to be shown to `who`, under the same terms. */
export async function shownPerson(
  ports: Pick<ApiPorts, 'readLog' | 'clock'>,
  { tenant, actor }: RequestActor,
  id: string,
): Promise<RegisteredPerson> {
  const today = dateInNorway(await ports.clock.now(tenant));
  const decide = (found: RegisteredPerson): Showing =>
    showing(actor, relationToPerson(actor, found, today), { person: found.id, part: 'person' });
  const found = await ports.readLog.showPerson(tenant, idOf<'Actor'>(id), decide);
  if (found === undefined) throw problem('not-found');
  return found;
}

const showingPersonsAs =
  (part: ShownPart) =>
  async (
    { readLog, clock }: Pick<ApiPorts, 'readLog' | 'clock'>,
    { tenant, actor }: RequestActor,
    people: readonly Id<'Actor'>[],
  ): Promise<readonly RegisteredPerson[]> => {
    const today = dateInNorway(await clock.now(tenant));
    const decide = (found: RegisteredPerson): Showing =>
      showing(actor, relationToPerson(actor, found, today), { person: found.id, part });
    return people.length === 0 ? [] : readLog.showPersons(tenant, people, decide);
  };

/** Several persons, to be shown to `who`, under the same terms, as a list. */
export const shownPersons = showingPersonsAs('person');

/** Those whom a search by name found, of whom `who` may be shown that they are registered: under the same terms, as a list. */
export const shownNames = showingPersonsAs('search');

/**
 * The person, all of whom is to be shown to `who`: themselves, and whoever acts for them now, under the same terms. However much staff may
 * see, they see it in its place, and not all at once.
 */
export async function shownWhole(
  { readLog, clock }: Pick<ApiPorts, 'readLog' | 'clock'>,
  { tenant, actor }: RequestActor,
  id: string,
): Promise<RegisteredPerson | undefined> {
  const today = dateInNorway(await clock.now(tenant));
  const decide = (found: RegisteredPerson): Showing => {
    const way = relationToPerson(actor, found, today);
    return showing(actor, way?.relation === 'unit' ? undefined : way, { person: found.id, part: 'person' });
  };
  return readLog.showPerson(tenant, idOf<'Actor'>(id), decide);
}

/** The person whose housing plan is to be shown to `who`, under the same terms: whoever it is shared with sees it as long as it is. */
export async function shownPlanOwner(
  ports: Pick<ApiPorts, 'readLog' | 'clock'>,
  { tenant, actor }: RequestActor,
  plan: HousingPlan,
): Promise<RegisteredPerson> {
  const today = dateInNorway(await ports.clock.now(tenant));
  const decide = showingPlan(actor, { shares: plan.shares, today });
  const found = await ports.readLog.showPerson(tenant, plan.person, decide);
  if (found === undefined) throw problem('not-found');
  return found;
}

/** Those whose plans are shared with `who`, as a list. */
export async function shownPlanOwners(
  ports: Pick<ApiPorts, 'readLog' | 'clock'>,
  { tenant, actor }: RequestActor,
  plans: readonly SharedPlan[],
): Promise<readonly RegisteredPerson[]> {
  const today = dateInNorway(await ports.clock.now(tenant));
  const decide = (found: RegisteredPerson): Showing => {
    const shares = plans.find(({ person }) => person === found.id)?.shares ?? [];
    return showingPlan(actor, { shares, today })(found);
  };
  const ids = plans.map(({ person }) => person);
  return ids.length === 0 ? [] : ports.readLog.showPersons(tenant, ids, decide);
}

const showingPlan =
  (actor: Actor, plan: Parameters<typeof relationToPlan>[2]) =>
  (found: RegisteredPerson): Showing =>
    showing(actor, relationToPlan(actor, found, plan), { person: found.id, part: 'housing-plan' });

/** The person, if `who` may be shown that they live in a home, or are to: that it is shown is written down, too. */
export const shownTenant = (
  { readLog }: Pick<ApiPorts, 'readLog'>,
  { tenant, actor }: RequestActor,
  person: Id<'Actor'>,
): Promise<RegisteredPerson | undefined> => readLog.showPerson(tenant, person, showingTenant(actor));

/** Those of several people of whom `who` may be shown that, as a list. */
export const shownTenants = async (
  { readLog }: Pick<ApiPorts, 'readLog'>,
  { tenant, actor }: RequestActor,
  people: readonly Id<'Actor'>[],
): Promise<readonly RegisteredPerson[]> =>
  people.length === 0 ? [] : readLog.showPersons(tenant, people, showingTenant(actor));

const showingTenant =
  (actor: Actor) =>
  (found: RegisteredPerson): Showing =>
    showing(actor, relationToTenant(actor, found), { person: found.id, part: 'home' });

function showing(
  { id }: Actor,
  way: ReaderRelation | undefined,
  { person, part }: { readonly person: Id<'Actor'> | undefined; readonly part: ShownPart },
): Showing {
  if (way === undefined) return undefined;
  const { role, relation } = way;
  if (person === undefined || relation === 'own') return {};
  return { read: { person, actor: id, role, relation, shown: part, keepFor: keepReadsFor } };
}
