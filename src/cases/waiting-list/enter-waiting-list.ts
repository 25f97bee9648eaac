import { instantOf, isLocalDate, localDateOf } from '../../engine/index.js';
import type { WaitingList } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { CaseReader } from '../../runtime/read-ports.js';

/**
 * Job `venteliste-inn`: puts the case on the waiting list, with the task's variables as what is needed. A case that is on it
 * already keeps its place. Gives `ventelisteId`, by which the round tells it of a home, and `paVentelisteSiden`.
 */
export function createEnterWaitingList(list: WaitingList, cases: Pick<CaseReader, 'find'>): JobHandler['run'] {
  return async ({ tenant, processInstanceId, variables, at }) => {
    // After an appeal a new case stands on the list since the day the first one did.
    const { listedatoOn, ...need } = variables;
    const listedOn = typeof listedatoOn === 'string' && isLocalDate(listedatoOn) ? listedatoOn : undefined;
    const row = await cases.find(tenant, processInstanceId);
    await list.enter(tenant, {
      processInstanceId,
      title: row?.title ?? processInstanceId,
      ...(row?.subject === undefined ? {} : { applicant: row.subject }),
      enteredAt: listedOn === undefined ? at : instantOf(listedOn, '00:00'),
      need,
    });
    return { ventelisteId: processInstanceId, paVentelisteSiden: listedOn ?? localDateOf(at) };
  };
}
