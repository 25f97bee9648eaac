import { Body, Inject, Param } from '@nestjs/common';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { correctWaitingPlaceSchema, waitingPlaceSchema } from '../../contract/waiting-list.contract.js';
import type { CorrectWaitingPlace, WaitingPlaceView } from '../../contract/waiting-list.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { correctWaitingPlace } from './correct-waiting-place.js';
import { waitingPlace } from './waiting-place.js';

/** Places on the waiting list: for the person, who acts for them, and the staff of the case. */
@ApiResource('waiting-list')
export class WaitingListController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.waitingPlace, 'Plassen på ventelista: gruppe, grunner og hva rundene sa', waitingPlaceSchema)
  place(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<WaitingPlaceView> {
    return waitingPlace(this.ports, who, id);
  }

  @CommandRoute(routes.correctWaitingPlace, 'Rett det som teller i prioriteringsnøkkelen')
  correct(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: correctWaitingPlaceSchema }) corrected: CorrectWaitingPlace,
  ): Promise<CommandAnswer> {
    return correctWaitingPlace(this.ports, asked, { id, corrected });
  }
}
