import { Inject } from '@nestjs/common';
import { maySeeWhoWaits } from '../../cases/access/may-see-who-waits.js';
import { housingNeeds, withoutSmallCells } from '../../cases/needs/housing-needs.js';
import { housingNeedsSchema } from '../../contract/housing-need.contract.js';
import type { HousingNeedsView } from '../../contract/housing-need.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';

/** The picture of needs: who waits for what, beside the homes there are. */
@ApiResource('housing-needs')
export class NeedsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(
    routes.housingNeeds,
    'Behovet for boliger etter type, ved siden av boligene som finnes',
    housingNeedsSchema,
  )
  async read(@Who() { tenant, actor }: RequestActor): Promise<HousingNeedsView> {
    const { clock, needs, needRules } = this.ports;
    const [countedAt, waiting, homes] = await Promise.all([
      clock.now(tenant),
      needs.waiting(tenant),
      needs.homes(tenant),
    ]);
    const counted = housingNeeds(needRules, { waiting, homes });
    const items = maySeeWhoWaits(actor) ? counted : withoutSmallCells(counted, needRules);
    return { countedAt, smallestCell: needRules.smallestCell, items: [...items] };
  }
}
