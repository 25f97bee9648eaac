import { Inject, Param } from '@nestjs/common';
import { windDownProgress } from '../../cases/wind-down/wind-down-progress.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { windDownSchema } from '../../contract/wind-down.contract.js';
import type { WindDownView } from '../../contract/wind-down.contract.js';
import { shownCase } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { residentPlans } from './resident-plans.js';

/** How far the winding down of a building (avvikling) has come. */
@ApiResource('wind-down')
export class WindDownController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.windDown, 'Hvor langt avviklingen av et botilbud er kommet, beboer for beboer', windDownSchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<WindDownView> {
    const found = await shownCase(this.ports, who, { id, part: 'case' });
    if (found.process !== 'avvikling') throw problem('not-found');
    const [called, plans] = await Promise.all([
      this.ports.calledCases.called(who.tenant, found.id),
      residentPlans(this.ports, who, found.id),
    ]);
    const progress = windDownProgress(called);
    const seesFiguresOnly = plans.length === 0 && progress.residents > 0;
    return {
      ...{ id: found.id, title: found.title, state: found.state, progress },
      plans: seesFiguresOnly ? null : plans,
    };
  }
}
