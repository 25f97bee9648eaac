import { Body, Header, Inject, Param, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import {
  correctWaitingPlaceSchema,
  waitingListFileQuerySchema,
  waitingListQuerySchema,
  waitingListSchema,
  waitingPlaceSchema,
} from '../../contract/waiting-list.contract.js';
import type {
  CorrectWaitingPlace,
  WaitingListFileQuery,
  WaitingListQuery,
  WaitingListView,
  WaitingPlaceView,
} from '../../contract/waiting-list.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute, SheetRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { correctWaitingPlace } from './correct-waiting-place.js';
import { listWaiting } from './list-waiting.js';
import { waitingListFile } from './waiting-list-file.js';
import { waitingPlace } from './waiting-place.js';

/** The waiting list, and places on it: for the person, who acts for them, and the staff of the case. */
@ApiResource('waiting-list')
export class WaitingListController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(
    routes.waitingList,
    'Ventelista etter prioriteringsnøkkelen; tall for dem som ikke ser hvem',
    waitingListSchema,
  )
  list(
    @Who() who: RequestActor,
    @Query({ schema: waitingListQuerySchema }) asked: WaitingListQuery,
  ): Promise<WaitingListView> {
    return listWaiting(this.ports, who, asked);
  }

  @SheetRoute(routes.waitingListFile, 'Ventelista som CSV, regneark eller JSON, til nedlasting, for dem som fører den')
  @Header('cache-control', 'no-store')
  file(
    @Who() who: RequestActor,
    @Query({ schema: waitingListFileQuerySchema }) asked: WaitingListFileQuery,
  ): Promise<StreamableFile> {
    return waitingListFile(this.ports, who, asked);
  }

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
