import type { MeetingView } from '../../contract/meeting.contract.js';
import type { Meeting } from '../../runtime/meeting-ports.js';
import type { ApiPorts } from '../api-ports.js';

/** A meeting as those read it who work with it or are invited. */
export async function meetingView({ people }: Pick<ApiPorts, 'people'>, meeting: Meeting): Promise<MeetingView> {
  const { tenant, kind, sequence, cancelled, time } = meeting;
  const invited = await Promise.all(
    meeting.invited.map(async (id) => ({ id, name: (await people.person(tenant, id))?.name ?? '' })),
  );
  const { on, at = null, minutes, place = null } = time;
  return { ...{ kind, sequence, cancelled, invited }, ...{ on, at, minutes, place } };
}
