import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { idSchema } from '../../contract/id.contract.js';
import { arrangeMeetingSchema, taskMeetingSchema } from '../../contract/meeting.contract.js';
import type { ArrangeMeetingInput } from '../../contract/meeting.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { visibleUserTask } from '../access/visible.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { arrangeMeeting, requireOwnOpenTask } from './arrange-meeting.js';
import { meetingView } from './meeting-view.js';

type TaskMeeting = z.infer<typeof taskMeetingSchema>;

/** Meetings that are arranged in a task: a viewing, a meeting about a case. */
@ApiResource('meetings')
export class MeetingsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.userTaskMeeting, 'Møtet som er avtalt i oppgaven', taskMeetingSchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<TaskMeeting> {
    const task = await visibleUserTask(this.ports, who, id);
    const meeting = await this.ports.meetings.find(who.tenant, task.id);
    if (meeting === undefined) return { meeting: null };
    if (!task.isOpenToReader && !meeting.invited.includes(who.actor.id)) throw problem('not-found');
    return { meeting: await meetingView(this.ports, meeting) };
  }

  @CommandRoute(routes.userTaskMeeting, 'Avtal eller flytt møtet: de som er med, får invitasjon til kalenderen', {
    answer: taskMeetingSchema,
  })
  arrange(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: arrangeMeetingSchema }) time: ArrangeMeetingInput,
  ): Promise<TaskMeeting> {
    const run = async () => {
      await arrangeMeeting(this.ports, asked, { id, time });
      return this.read(asked.who, id);
    };
    return onlyOnce(this.ports.receipts, asked, { schema: taskMeetingSchema, run });
  }

  @CommandRoute(routes.cancelUserTaskMeeting, 'Avlys møtet: de som var invitert, får beskjed', {
    answer: taskMeetingSchema,
  })
  cancel(@Asked() asked: AskedCommand, @Param('id', { schema: idSchema }) id: string): Promise<TaskMeeting> {
    const run = async () => {
      const task = await requireOwnOpenTask(this.ports, asked.who, id);
      await this.ports.meetings.callOff(asked.who.tenant, task.id);
      return this.read(asked.who, id);
    };
    return onlyOnce(this.ports.receipts, asked, { schema: taskMeetingSchema, run });
  }
}
