import { readerOf } from '../../cases/access/reader-of.js';
import { mayKeepHomes, mayReadRepairs } from '../../cases/homes/may-use-homes.js';
import type { HomeDetail } from '../../contract/home.contract.js';
import type { BuildingRow } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import { shownTenant } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { historyView } from './building-detail.js';
import { buildingView, homeView } from './home-view.js';
import { repairViews } from './repair-view.js';

/** The processes by which somebody comes from one home to another. */
const careerProcesses = ['boligkarriere', 'boligbytte', 'avvikling-beboer', 'flytteoppfordring', 'oppsigelse'] as const;

/** A home, and the building that it stands in. */
interface HomeInPlace {
  readonly record: HomeRecord;
  readonly place: BuildingRow;
}

/** A home with the building, what happened to it and what is under way; who lives there only for those who may know. */
export async function homeDetail(
  ports: ApiPorts,
  who: RequestActor,
  { record, place }: HomeInPlace,
): Promise<HomeDetail> {
  const { tenant, actor } = who;
  const { reader } = ports.homes;
  const named = await namedIn(ports, who, record);
  const isOwn = record.tenancy?.person === actor.id;
  const repairs = isOwn || mayReadRepairs(actor) ? await reader.repairs(tenant, record.building) : undefined;
  return {
    ...homeView(record, actor, named),
    place: buildingView(place, actor),
    history: historyView(await reader.history(tenant, 'home', record.id)),
    mayChange: mayKeepHomes(actor),
    repairs: repairs === undefined ? null : await repairViews(ports, who, ofHome(repairs, record)),
    career: await careerOf(
      ports,
      who,
      named.find(({ id }) => id === record.tenancy?.person),
    ),
  };
}

const ofHome = <Row extends { readonly home?: string }>(rows: readonly Row[], { id }: HomeRecord): readonly Row[] =>
  rows.filter(({ home }) => home === id);

async function namedIn(
  ports: ApiPorts,
  who: RequestActor,
  { tenancy, reservation }: HomeRecord,
): Promise<readonly RegisteredPerson[]> {
  const people = [tenancy?.person, reservation?.person].flatMap((person) => person ?? []);
  const shown = await Promise.all(people.map((person) => shownTenant(ports, who, person)));
  return shown.flatMap((person) => person ?? []);
}

async function careerOf(
  { cases }: Pick<ApiPorts, 'cases'>,
  { tenant, actor }: RequestActor,
  lives: RegisteredPerson | undefined,
): Promise<HomeDetail['career']> {
  if (lives === undefined) return null;
  const reader = readerOf({ tenant, actor });
  const found = await Promise.all(careerProcesses.map((process) => cases.list(reader, { process, subject: lives.id })));
  return found
    .flat()
    .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
    .map(({ id, title, state }) => ({ id, title, isOpen: state === 'active' || state === 'incident' }));
}
