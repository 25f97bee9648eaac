import { RegisterWork } from '../../runtime/jobs/job-handler.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { JsonObject } from '../../shared/json.js';
import { meetingOfLetter } from '../meetings/meeting-of-letter.js';
import type { Meetings } from '../meetings/meetings.js';
import { answerItem, followMeeting, meetingEvents } from './follow-meeting.js';

/** What work on meetings of residents is done with. */
export interface MeetingWorkParts {
  readonly homes: Pick<HomeReader, 'homes' | 'meetings' | 'agenda'>;
  readonly meetings: Pick<Meetings, 'say'>;
}

const most = 500;

/** Job `for-beboermote`: writes what header `hendelse` says of the case's meeting, or (`sak-besvart`) the answer to something said in it. */
export async function workOnMeeting({ homes }: MeetingWorkParts, job: Job): Promise<RegisterWork> {
  const { tenant, node, headers, variables } = job;
  const building = typeof variables['bygg'] === 'string' ? variables['bygg'] : '';
  const agenda = await homes.agenda(tenant, building);
  if (headers['hendelse'] === 'sak-besvart') return new RegisterWork(answerItem(variables, agenda));

  const event = meetingEvents.find((known) => known === headers['hendelse']);
  if (event === undefined)
    throw new Error(`Expected header 'hendelse' of '${node}' to be sak-besvart or one of ${meetingEvents.join(', ')}`);
  const meetings = (await homes.meetings(tenant, building)).filter(({ id }) => id !== job.processInstanceId);
  return new RegisterWork(followMeeting(event, { variables, meetings, agenda }));
}

/** Job `inviter-beboere`: everybody who lives in the building is invited, with a calendar; each hears of themselves only. */
export async function inviteResidents({ homes, meetings }: MeetingWorkParts, job: Job): Promise<JsonObject> {
  const { tenant, key, processInstanceId, variables } = job;
  const meeting = meetingOfLetter('beboermote', variables);
  if (meeting === undefined || typeof variables['bygg'] !== 'string')
    throw new Error(`Expected '${job.node}' to know a building and a day, but it does not`);
  const lived = await homes.homes(tenant, { building: variables['bygg'] }, { limit: most });
  const invited = [...new Set(lived.flatMap(({ tenancy }) => tenancy?.person ?? []))];
  if (invited.length > 0)
    await meetings.say({
      ...meeting,
      tenant,
      id: `${processInstanceId}/beboermote`,
      processInstanceId,
      invited,
      cause: key,
    });
  return { antallInvitert: invited.length };
}
