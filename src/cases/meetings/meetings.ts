import type { ActorDirectory, Person } from '../../runtime/case-ports.js';
import type { DueRounds } from '../../runtime/due-rounds.js';
import type { Meeting, MeetingBook, MeetingToSay } from '../../runtime/meeting-ports.js';
import type { CaseKeepers } from '../../runtime/notice-ports.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import { isOutsider } from '../notifications/applicant-notice.js';
import type { MunicipalityName } from '../notifications/municipality-name.js';
import type { Postbox } from '../notifications/postbox.js';
import type { CalendarUser } from './invitation.js';
import { calendarOf, wordsOf, type MeetingNews } from './meeting-notice.js';

/** What people are told of meetings with. */
export interface MeetingParts {
  readonly meetings: MeetingBook;
  readonly postbox: Postbox;
  readonly directory: ActorDirectory;
  readonly keepers: CaseKeepers;
  readonly municipality: MunicipalityName;
  readonly clock: Pick<Clock, 'now'>;
  readonly publicUrl: string;
}

const atATime = 50;

/**
 * Invites people to meetings, tells them of changes, and calls off what nobody will hold since its task or its case has ended. Each
 * person is told each change once.
 */
export class Meetings implements DueRounds {
  readonly kind = 'meetings';

  constructor(private readonly parts: MeetingParts) {}

  /** Invites, or tells what has changed. Answers whether there was anything to tell. */
  async say(said: MeetingToSay): Promise<boolean> {
    const { meeting, news } = await this.parts.meetings.say(said);
    if (news === 'none') return false;
    await this.tell(meeting, news === 'invited' ? 'invitasjon' : 'endret');
    return true;
  }

  /** Calls a meeting off. Answers whether there was one that was not. */
  async callOff(tenant: TenantId, id: string): Promise<boolean> {
    const meeting = await this.parts.meetings.find(tenant, id);
    return meeting !== undefined && !meeting.cancelled && this.callOffAsSaid(meeting);
  }

  async work(tenant: TenantId): Promise<number> {
    let calledOff = 0;
    for (const meeting of await this.parts.meetings.moot(tenant, atATime))
      if (await this.callOffAsSaid(meeting)) calledOff += 1;
    return calledOff;
  }

  // Told first: the keys of the messages let nobody hear it twice, and what was called off is not told any more.
  private async callOffAsSaid(meeting: Meeting): Promise<boolean> {
    await this.tell({ ...meeting, cancelled: true, sequence: meeting.sequence + 1 }, 'avlyst');
    return this.parts.meetings.callOff(meeting);
  }

  private async tell(meeting: Meeting, news: MeetingNews): Promise<void> {
    const { postbox, directory, municipality, clock, publicUrl } = this.parts;
    const { tenant, id, processInstanceId, sequence } = meeting;
    const at = await clock.now(tenant);
    const said = {
      meeting,
      news,
      at,
      organizer: await this.organizerOf(meeting),
      municipality: await municipality(tenant),
    };
    for (const invited of meeting.invited) {
      const person = await directory.person(tenant, invited);
      if (person === undefined) continue;
      const link = isOutsider(person) ? publicUrl : `${publicUrl}/saker/${processInstanceId}`;
      await postbox.deliver(person, {
        ...{ tenant, processInstanceId, at, kind: 'meeting', key: `meeting/${id}/${sequence}/${invited}` },
        words: wordsOf(said, person),
        calendar: calendarOf({ ...said, link }, person),
      });
    }
  }

  private async organizerOf({ tenant, processInstanceId }: Meeting): Promise<CalendarUser> {
    const keeper = await this.parts.keepers.keeperOf(tenant, processInstanceId);
    const person: Person | undefined = keeper && (await this.parts.directory.person(tenant, keeper));
    return person ?? { name: await this.parts.municipality(tenant) };
  }
}
