import { readerOf } from '../../cases/access/reader-of.js';
import { Body, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { extendDeadlineSchema, pauseDeadlineSchema, resumeDeadlineSchema } from '../../contract/deadline.contract.js';
import type { ExtendDeadlineInput, PauseDeadlineInput, ResumeDeadlineInput } from '../../contract/deadline.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import {
  completeUserTaskSchema,
  partialityAnswerSchema,
  partialitySchema,
  userTaskDetailSchema,
  userTaskListQuerySchema,
  userTaskListSchema,
} from '../../contract/user-task.contract.js';
import type {
  PartialityAnswer,
  PartialityInput,
  UserTaskDetail,
  UserTaskListQuery,
  UserTaskView,
} from '../../contract/user-task.contract.js';
import { shownCase } from '../access/shown.js';
import { visibleUserTask } from '../access/visible.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, AskedWithRevision, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { userTaskView } from '../views/user-task-view.js';
import { viewContext } from '../views/view-context.js';
import { declarePartiality, withdrawPartiality } from './declare-partiality.js';
import { giveDeadlineCommand } from './give-deadline-command.js';
import { giveUserTaskCommand } from './give-user-task-command.js';
import { userTaskDetail } from './user-task-detail.js';

/** Work for people: the inbox, a task with its form, and what is done with it. */
@ApiResource('user-tasks')
export class UserTasksController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.userTasks, 'Oppgavene, de med kortest frist først', userTaskListSchema)
  async list(
    @Who() { tenant, actor }: RequestActor,
    @Query({ schema: userTaskListQuerySchema }) { filter, state }: UserTaskListQuery,
  ): Promise<{ readonly items: readonly UserTaskView[] }> {
    const rows = await this.ports.userTasks.list(readerOf({ tenant, actor }), { whose: filter, state });
    const context = await viewContext(
      this.ports,
      { tenant, actor },
      rows.map(({ assignee }) => assignee),
    );
    return { items: rows.map((row) => userTaskView(row, context)) };
  }

  @ReadRoute(routes.userTask, 'En oppgave med skjema og det du kan gjøre med den', userTaskDetailSchema)
  async read(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserTaskDetail> {
    const task = await visibleUserTask(this.ports, who, id);
    await shownCase(this.ports, who, { id: task.case.id, part: 'task' });
    response.set('etag', `"${task.revision}"`);
    return userTaskDetail(this.ports, who, task);
  }

  @CommandRoute(routes.claimUserTask, 'Ta oppgaven', { ifMatch: 'optional' })
  claim(@Asked() asked: AskedCommand, @Param('id', { schema: idSchema }) id: string): Promise<CommandAnswer> {
    return giveUserTaskCommand(this.ports, asked, { id, type: 'ClaimUserTask' });
  }

  @CommandRoute(routes.unclaimUserTask, 'Legg oppgaven tilbake', { ifMatch: 'optional' })
  unclaim(@Asked() asked: AskedCommand, @Param('id', { schema: idSchema }) id: string): Promise<CommandAnswer> {
    return giveUserTaskCommand(this.ports, asked, { id, type: 'UnclaimUserTask' });
  }

  @CommandRoute(routes.declarePartiality, 'Si at du er inhabil; oppgaven går tilbake', { ifMatch: 'optional' })
  declarePartiality(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: partialitySchema }) { reason }: PartialityInput,
  ): Promise<CommandAnswer> {
    return declarePartiality(this.ports, asked, { id, reason });
  }

  @CommandRoute(routes.withdrawPartiality, 'Si at du ikke er inhabil likevel', { answer: partialityAnswerSchema })
  withdrawPartiality(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: partialitySchema }) { reason }: PartialityInput,
  ): Promise<PartialityAnswer> {
    return withdrawPartiality(this.ports, asked, { id, reason });
  }

  @CommandRoute(routes.completeUserTask, 'Fullfør oppgaven med svarene i skjemaet', { ifMatch: 'required' })
  complete(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: completeUserTaskSchema }) { variables }: z.output<typeof completeUserTaskSchema>,
  ): Promise<CommandAnswer> {
    return giveUserTaskCommand(this.ports, asked, { id, type: 'CompleteUserTask', variables });
  }

  @CommandRoute(routes.pauseDeadline, 'Stopp klokka for fristen, med grunn', { ifMatch: 'required' })
  pauseDeadline(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: pauseDeadlineSchema }) input: PauseDeadlineInput,
  ): Promise<CommandAnswer> {
    return giveDeadlineCommand(this.ports, asked, { id, wish: { type: 'PauseDeadline', ...input } });
  }

  @CommandRoute(routes.resumeDeadline, 'La klokka for fristen gå videre', { ifMatch: 'required' })
  resumeDeadline(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: resumeDeadlineSchema }) input: ResumeDeadlineInput,
  ): Promise<CommandAnswer> {
    return giveDeadlineCommand(this.ports, asked, { id, wish: { type: 'ResumeDeadline', ...input } });
  }

  @CommandRoute(routes.extendDeadline, 'Forleng fristen, med grunn', { ifMatch: 'required' })
  extendDeadline(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: extendDeadlineSchema }) input: ExtendDeadlineInput,
  ): Promise<CommandAnswer> {
    return giveDeadlineCommand(this.ports, asked, { id, wish: { type: 'ExtendDeadline', ...input } });
  }
}
