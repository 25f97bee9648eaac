import { Inject, Query } from '@nestjs/common';
import { mayCount } from '../../cases/access/may.js';
import { stuckReport } from '../../cases/career/stuck-report.js';
import { localDateOf } from '../../engine/index.js';
import { stuckReportQuerySchema, stuckReportSchema } from '../../contract/report.contract.js';
import type { StuckReportQuery, StuckReportView } from '../../contract/report.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Figures in which nobody is recognised. */
@ApiResource('reports')
export class ReportsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.stuckReport, 'Hvem som vil bytte bolig og ikke kommer videre, i tall', stuckReportSchema)
  async stuck(
    @Who() { tenant, actor }: RequestActor,
    @Query({ schema: stuckReportQuerySchema }) { from, to }: StuckReportQuery,
  ): Promise<StuckReportView> {
    // The same as the waiting list: whoever sees it, and whoever may know how many they are.
    if (!mayCount(actor, 'waiting-list')) throw problem('actor-not-allowed');

    const { career, clock, deadlines } = this.ports;
    const [wishes, now] = await Promise.all([career.moveWishes(tenant, { from, to }), clock.now(tenant)]);
    const { rows, total } = stuckReport(wishes, { today: localDateOf(now), deadlines });
    return { rows: [...rows], total };
  }
}
