import type { WaitingList } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';

/** Job `venteliste-ut`: takes the case off the waiting list, for the reason that header `grunn` gives. */
export function createLeaveWaitingList(list: WaitingList): JobHandler['run'] {
  return async ({ tenant, processInstanceId, headers, at }) => {
    await list.leave(tenant, { processInstanceId, reason: headers['grunn'] ?? 'Har fått bolig', at });
    return {};
  };
}
