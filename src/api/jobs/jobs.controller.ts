import { Body, Inject, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  jobListQuerySchema,
  jobListSchema,
  jobTypeListSchema,
  registerJobTypeSchema,
} from '../../contract/job.contract.js';
import type { JobList, JobTypeList } from '../../contract/job.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { TenantId } from '../../runtime/ports.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import type { RequestActor } from '../request-actor.js';
import { jobView } from './job-view.js';

/** Which work waits and who has it, for operators: not what it is about. */
@ApiResource('jobs')
export class JobsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.jobs, 'Jobber som venter, utføres eller står fast', jobListSchema)
  async list(
    @Who() who: RequestActor,
    @Query({ schema: jobListQuerySchema }) { state }: z.output<typeof jobListQuerySchema>,
  ): Promise<JobList> {
    const jobs = await this.ports.jobBook.list(who.tenant, state);
    return { items: jobs.map(jobView) };
  }

  @ReadRoute(routes.jobTypes, 'Jobbtyper som diagrammer kan bruke', jobTypeListSchema)
  async types(@Who() who: RequestActor): Promise<JobTypeList> {
    return this.listTypes(who.tenant);
  }

  @CommandRoute(routes.jobTypes, 'La programmer utenfor ta jobber av en type', { answer: jobTypeListSchema })
  async register(
    @Asked() asked: AskedCommand,
    @Body({ schema: registerJobTypeSchema }) { type }: z.output<typeof registerJobTypeSchema>,
  ): Promise<JobTypeList> {
    const { tenant, actor } = asked.who;
    return onlyOnce(this.ports.receipts, asked, {
      schema: jobTypeListSchema,
      run: async () => {
        await this.ports.externalJobTypes.register(tenant, type, actor.id);
        return this.listTypes(tenant);
      },
    });
  }

  private async listTypes(tenant: TenantId): Promise<JobTypeList> {
    const here = this.ports.jobTypes.types.map((type) => ({ type, workedOn: 'here' as const }));
    const outside = (await this.ports.jobDesk.types(tenant)).map((type) => ({ type, workedOn: 'outside' as const }));
    return { items: [...here, ...outside] };
  }
}
