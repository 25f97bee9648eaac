import type { WaitingList } from '../../runtime/case-ports.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { Job, JobHandler } from '../../runtime/jobs/job-handler.js';
import { textOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';
import { homesIn } from '../homes/homes-in.js';

/** Where it is written who lives in a building and who waits for it. */
export interface ResidentSources {
  readonly homes: Pick<HomeReader, 'homes'>;
  readonly list: Pick<WaitingList, 'active'>;
}

/**
 * Job `finn-beboere`: gives `beboere`, one for each lease in the building `bygg` that is not in `sett`; `sett`, every lease that was found
 * so far; and `ventende`, one for each entry of the waiting list that waits for this building. People are told by id, never by name:
 * whoever follows the winding down does not know who they are.
 */
export function createFindResidents({ homes, list }: ResidentSources): JobHandler['run'] {
  return async ({ tenant, variables }: Job) => {
    const building = textOf(variables['bygg']);
    const seen = Array.isArray(variables['sett']) ? variables['sett'] : [];
    const found = await homesIn(homes, tenant, building);
    const residents = found.flatMap(residentOf).filter(({ leie = null }) => !seen.includes(leie));
    const waiting = (await list.active(tenant)).filter(({ need }) => need['bygg'] === building);
    return {
      beboere: residents,
      sett: [...seen, ...residents.map(({ leie = null }) => leie)],
      ventende: waiting.map(({ processInstanceId, applicant, need }) => ({
        ventelisteId: processInstanceId,
        soker: applicant ?? null,
        boligtype: need['boligtype'] ?? null,
        omrade: need['omrade'] ?? null,
      })),
    };
  };
}

const residentOf = ({ id, name, tenancy }: HomeRecord): readonly JsonObject[] =>
  tenancy === undefined ? [] : [{ leie: tenancy.id, bolig: id, boligNavn: name, soker: tenancy.person }];
