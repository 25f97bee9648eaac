import { Inject, Param } from '@nestjs/common';
import { idSchema } from '../../contract/id.contract.js';
import { offerListSchema, offerSchema } from '../../contract/offer.contract.js';
import type { OfferListView, OfferView } from '../../contract/offer.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { listOffers } from './list-offers.js';
import { readOffer } from './read-offer.js';

/** Offers of homes that are open: a projection of the tasks they are made of. */
@ApiResource('offers')
export class OffersController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.offers, 'Åpne tilbud med svarfrist, de som haster mest, først', offerListSchema)
  list(@Who() who: RequestActor): Promise<OfferListView> {
    return listOffers(this.ports, who);
  }

  @ReadRoute(routes.offer, 'Tilbudet som en oppgave er en del av', offerSchema)
  read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<OfferView> {
    return readOffer(this.ports, who, id);
  }
}
