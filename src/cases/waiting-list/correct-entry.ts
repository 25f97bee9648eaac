import type { WaitingList } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import { circumstancesIn } from './priority/circumstances.js';

/** Job `venteliste-rett`: writes what the case says now of what counts in the priority key on its entry. Safe to repeat. */
export function createCorrectEntry(list: Pick<WaitingList, 'correct'>): JobHandler['run'] {
  return async ({ tenant, processInstanceId, variables }) => {
    await list.correct(tenant, processInstanceId, circumstancesIn(variables));
    return {};
  };
}
