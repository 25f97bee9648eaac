import { Inject } from '@nestjs/common';
import { crisisRoute } from '../../cases/crisis/crisis-route.js';
import { crisisHelpSchema } from '../../contract/crisis.contract.js';
import type { CrisisHelpView } from '../../contract/crisis.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';

/** The way to a place to sleep, at every hour. */
@ApiResource('crisis')
export class CrisisController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.crisisHelp, 'Hvem som hjelper nå når noen mangler et sted å sove', crisisHelpSchema)
  async read(@Who() { tenant }: RequestActor): Promise<CrisisHelpView> {
    const {
      contacts,
      navOpensAt = null,
      ...route
    } = crisisRoute(this.ports.crisis, await this.ports.clock.now(tenant));
    return { ...route, contacts: [...contacts], navOpensAt };
  }
}
