import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { idOf } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { openCaseOf } from '../open-case.js';

/** Where cases are looked for and read. */
export type PlaceSources = Pick<CaseReader, 'list' | 'snapshot'>;

/**
 * Job `sjekk-sovested`: where the person of the case can sleep, as the cases say and not as somebody ticked off: the place that an open
 * case of temporary accommodation (§ 27) has named, or the home that an open application has given them. Gives `sovestedKlart`, and
 * `sovested` and `sovestedSak` where there is one.
 */
export function createFindPlaceToSleep(cases: PlaceSources): JobHandler['run'] {
  return async ({ tenant, variables: { soker } }) => {
    const person = idOf<'Actor'>(typeof soker === 'string' ? soker : '');
    for (const { process, placeIn } of places) {
      const id = await openCaseOf(cases, tenant, { process, person });
      const place = id === undefined ? undefined : placeIn(await variablesOf(cases, tenant, id));
      if (id !== undefined && place !== undefined) return { sovestedKlart: true, sovested: place, sovestedSak: id };
    }
    return { sovestedKlart: false, sovested: null, sovestedSak: null };
  };
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const places: readonly { readonly process: string; readonly placeIn: (said: JsonObject) => string | undefined }[] = [
  { process: 'midlertidig-botilbud', placeIn: ({ sted }) => textOf(sted) },
  {
    process: 'boligtildeling',
    placeIn: ({ tildelt, valgtBolig }) => (tildelt === true ? textOf(valgtBolig) : undefined),
  },
];

/** What the whole case knows; what only one step of it knows is not said yet. */
async function variablesOf(cases: PlaceSources, tenant: TenantId, id: Id<'ProcessInstance'>): Promise<JsonObject> {
  const instance = await cases.snapshot(tenant, id);
  const root = [...(instance?.elements.values() ?? [])].find(({ parentId }) => parentId === undefined);
  return root?.variables ?? {};
}
