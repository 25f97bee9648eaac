import { localDateOf } from '../../engine/index.js';
import type { WaitingList } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { CaseReader } from '../../runtime/read-ports.js';

/**
 * Job `venteliste-inn`: puts the case on the waiting list, with the task's variables as what is needed. A case that is on it
 * already keeps its place. Gives `ventelisteId`, by which the round tells it of a home, and `paVentelisteSiden`.
 */
export function createEnterWaitingList(list: WaitingList, cases: Pick<CaseReader, 'find'>): JobHandler['run'] {
  return async ({ tenant, processInstanceId, variables, at }) => {
    const row = await cases.find(tenant, processInstanceId);
    await list.enter(tenant, {
      processInstanceId,
      title: row?.title ?? processInstanceId,
      ...(row?.subject === undefined ? {} : { applicant: row.subject }),
      enteredAt: at,
      need: variables,
    });
    return { ventelisteId: processInstanceId, paVentelisteSiden: localDateOf(at) };
  };
}
