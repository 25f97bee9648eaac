import type { Job } from '../../runtime/jobs/job-handler.js';
import { isObject, listOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';

/** Where the priority key put the entries of a round, by case, as the round was built. */
export function placementsOf({ variables }: Pick<Job, 'variables'>): ReadonlyMap<string, JsonObject> {
  return new Map(
    listOf(variables['oppforinger']).flatMap((entry) => {
      if (!isObject(entry)) return [];
      const { processInstanceId, plassering } = entry;
      return typeof processInstanceId === 'string' && isObject(plassering) ? [[processInstanceId, plassering]] : [];
    }),
  );
}
