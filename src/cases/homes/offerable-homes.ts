import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { DatedHomeRequirements } from './home-requirements.js';
import { freeHomes } from './homes-in.js';
import { offerHomes } from './offer-homes.js';

/** Where homes that may be offered are looked for. */
export type OfferableSources = Pick<HomeReader, 'homes' | 'buildings'>;

// Nothing is kept for anybody: the step is only asked whether it would.
const asked = { person: systemActor.id, id: '' };

/** The homes that may be offered now, by the rules in force `at` that moment, to somebody with this order: vacant, in use, not frozen and fitting, by building and name. */
export async function offerableHomes(
  homes: OfferableSources,
  tenant: TenantId,
  { rules, need, at }: { readonly rules: DatedHomeRequirements; readonly need: JsonObject; readonly at: Instant },
): Promise<readonly HomeRecord[]> {
  const [free, buildings] = await Promise.all([freeHomes(homes, tenant), homes.buildings(tenant)]);
  const records = {
    homes: new Map(free.map((home) => [home.id, home])),
    buildings: new Map(buildings.map((building) => [building.id, building])),
    claims: new Map(),
  };
  const moment = { at, actor: systemActor.id };
  return free.filter(({ id }) => offerHomes(rules, { ...asked, homes: [idOf(id)], need }).decide(records, moment).ok);
}

/** A home as it is told of in a list to choose from. */
export function homeTitle({ name, boligtype, bruksareal, antallSoverom, egenskaper, leiekostnad }: HomeRecord): string {
  const facts = [
    boligtype,
    ...(bruksareal === undefined ? [] : [`${bruksareal} m²`]),
    ...(antallSoverom === undefined ? [] : [`${antallSoverom} soverom`]),
    ...egenskaper,
    ...(leiekostnad === undefined ? [] : [`${leiekostnad} kr i måneden`]),
  ];
  return `${name} (${facts.join(', ')})`;
}
