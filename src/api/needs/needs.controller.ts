import { Inject } from '@nestjs/common';
import { maySeeWhoWaits } from '../../cases/access/may-see-who-waits.js';
import { housingNeeds, withoutSmallCells } from '../../cases/needs/housing-needs.js';
import { shownNeed } from '../../cases/needs/need-rules.js';
import { housingNeedsSchema, needsPicturesSchema } from '../../contract/housing-need.contract.js';
import type { HousingNeedsView, NeedsPicturesView } from '../../contract/housing-need.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { ReportedNeed } from '../../runtime/need-ports.js';
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

  @ReadRoute(routes.needsPictures, 'Behovsbildene som er publisert, det nyeste først', needsPicturesSchema)
  async pictures(@Who() { tenant, actor }: RequestActor): Promise<NeedsPicturesView> {
    const { needsPictures, needRules } = this.ports;
    const shown = (need: ReportedNeed) => (maySeeWhoWaits(actor) ? need.people : shownNeed(needRules, need));
    const published = await needsPictures.list(tenant);
    const items = published.map(({ items: needs, ...picture }) => ({
      ...picture,
      needs: needs.map((need) => ({ id: need.id, name: need.name, people: shown(need) })),
    }));
    return { smallestCell: needRules.smallestCell, items };
  }
}
