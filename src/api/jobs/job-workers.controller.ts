import { Body, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { mayWorkOn } from '../../cases/access/may-work-on.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import {
  activatedJobsSchema,
  activateJobsSchema,
  completeJobSchema,
  extendJobSchema,
  failJobSchema,
  jobErrorSchema,
} from '../../contract/job.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { JobRow } from '../../runtime/jobs/job-book.js';
import type { UntimedCommand } from '../../runtime/ports.js';
import { idOf } from '../../shared/id.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ClaimRoute, CommandRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { longPoll } from './long-poll.js';
import { activatedJobView } from './job-view.js';
import type { ActivatedJobView } from './job-view.js';

/** Work behind service tasks, for programs outside that do it. They see the jobs they take and nothing else. */
@ApiResource('jobs')
export class JobWorkersController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ClaimRoute(routes.activateJobs, 'Ta jobber for en tid', activatedJobsSchema)
  async activate(
    @Req() request: Request,
    @Who() who: RequestActor,
    @Body({ schema: activateJobsSchema }) wish: z.output<typeof activateJobsSchema>,
  ): Promise<{ readonly jobs: readonly ActivatedJobView[] }> {
    const { tenant, actor } = who;
    const { fetchVariables, longPollMs: waitMs, ...rest } = wish;
    if (!wish.types.every((type) => mayWorkOn(actor, type))) throw problem('actor-not-allowed');
    const outside = await this.ports.jobDesk.types(tenant);
    if (!wish.types.every((type) => outside.includes(type))) throw problem('job-type-not-external');

    const gone = new AbortController();
    request.res?.once('close', () => gone.abort());
    const ask = () => this.ports.jobDesk.activate(tenant, { ...rest, actor });
    const listen = (changed: () => void) => this.ports.changes.subscribe(tenant, changed);
    const jobs = await longPoll(ask, { waitMs, gone: gone.signal, listen });
    return { jobs: jobs.map((job) => activatedJobView(job, fetchVariables)) };
  }

  @CommandRoute(routes.extendJob, 'Behold en jobb lenger')
  extend(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: extendJobSchema }) { fencingToken, lockDuration }: z.output<typeof extendJobSchema>,
  ): Promise<CommandAnswer> {
    return this.answer(asked, id, async ({ id: jobId }) => {
      const leaseUntil = await this.ports.jobDesk.leaseFromNow(asked.who.tenant, lockDuration);
      return { type: 'ExtendJobLease', jobId, fencingToken, leaseUntil, actor: asked.who.actor };
    });
  }

  @CommandRoute(routes.completeJob, 'Si at jobben er gjort')
  complete(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: completeJobSchema }) said: z.output<typeof completeJobSchema>,
  ): Promise<CommandAnswer> {
    return this.answer(asked, id, ({ id: jobId }) => {
      return { type: 'CompleteJob', jobId, ...said, actor: asked.who.actor };
    });
  }

  @CommandRoute(routes.failJob, 'Si at forsøket mislyktes')
  fail(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: failJobSchema }) { fencingToken, ...said }: z.output<typeof failJobSchema>,
  ): Promise<CommandAnswer> {
    const { tenant, actor } = asked.who;
    return this.answer(asked, id, async (job) => {
      return { ...(await this.ports.jobDesk.failure(tenant, job, said)), fencingToken, actor };
    });
  }

  @CommandRoute(routes.jobError, 'Meld en feil som diagrammet kan ta seg av')
  error(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: jobErrorSchema }) { message, ...said }: z.output<typeof jobErrorSchema>,
  ): Promise<CommandAnswer> {
    return this.answer(asked, id, ({ id: jobId }) => {
      return { type: 'ThrowError', jobId, ...said, ...(message && { message }), actor: asked.who.actor };
    });
  }

  private async answer(
    asked: AskedCommand,
    id: string,
    commandFor: (job: JobRow) => UntimedCommand | Promise<UntimedCommand>,
  ): Promise<CommandAnswer> {
    const { tenant, actor } = asked.who;
    const job = await this.ports.jobBook.find(tenant, idOf<'Job'>(id));
    if (job === undefined || !mayWorkOn(actor, job.type)) throw problem('not-found');

    const { processInstanceId } = job;
    return giveCommand(this.ports, asked, { processInstanceId, command: await commandFor(job) });
  }
}
