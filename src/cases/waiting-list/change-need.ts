import { localDateOf } from '../../engine/index.js';
import type { WaitingList } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import { idOf } from '../../shared/id.js';

/**
 * Job `venteliste-endre`: the entry `ventelisteId` waits for what the other variables say from now on; one that is null is no longer
 * asked for. Its date stays. Gives `starPaLista`, and `paVentelisteSiden`; null where nobody waits by that id.
 */
export function createChangeNeed(list: WaitingList): JobHandler['run'] {
  return async ({ tenant, variables }) => {
    const { ventelisteId, ...need } = variables;
    const id = idOf<'ProcessInstance'>(typeof ventelisteId === 'string' ? ventelisteId : '');
    const since = await list.changeNeed(tenant, id, need);
    return { starPaLista: since !== undefined, paVentelisteSiden: since === undefined ? null : localDateOf(since) };
  };
}
