import { Inject, Param } from '@nestjs/common';
import { idSchema } from '../../contract/id.contract.js';
import { roundListSchema, roundSchema } from '../../contract/round.contract.js';
import type { RoundListView, RoundView } from '../../contract/round.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { listRounds } from './list-rounds.js';
import { readRound } from './read-round.js';

/** The weekly rounds of the waiting list, for those who see who waits. */
@ApiResource('rounds')
export class RoundsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.rounds, 'Ventelisterundene, de nyeste først', roundListSchema)
  list(@Who() who: RequestActor): Promise<RoundListView> {
    return listRounds(this.ports, who);
  }

  @ReadRoute(routes.round, 'En runde: utfall og grunn for hver, og hvem som ble forbigått', roundSchema)
  read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<RoundView> {
    return readRound(this.ports, who, id);
  }
}
