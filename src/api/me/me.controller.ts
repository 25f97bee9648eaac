import { Inject } from '@nestjs/common';
import { startsOf } from '../../cases/access/may-start.js';
import { colleagueGroups } from '../../cases/access/colleague-groups.js';
import { colleagueListSchema, meSchema } from '../../contract/me.contract.js';
import type { ColleagueList, Me } from '../../contract/me.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';

/** Who is logged in. */
@ApiResource('me')
export class MeController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.me, 'Hvem som er logget inn', meSchema)
  async read(@Who() { tenant, actor, name }: RequestActor): Promise<Me> {
    return {
      id: actor.id,
      name,
      groups: [...actor.groups],
      municipality: await this.ports.municipality.name(tenant),
      demo: this.ports.demo !== undefined,
      starts: startsOf(actor).map(({ process, right: about }) => ({ process, about })),
    };
  }

  @ReadRoute(routes.myColleagues, 'De som arbeider i enhetene dine', colleagueListSchema)
  async colleagues(@Who() { tenant, actor }: RequestActor): Promise<ColleagueList> {
    const members = await this.ports.people.membersOf(tenant, colleagueGroups(actor));
    const others = members.filter(({ id }) => id !== actor.id);
    return { items: others.map(({ id, name }) => ({ id, name })) };
  }
}
