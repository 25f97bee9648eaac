import { Body, Inject, Param } from '@nestjs/common';
import { groupName } from '../../cases/access/group-names.js';
import { relationToApplication, unitsOf } from '../../cases/access/may-read-application.js';
import {
  applicationListSchema,
  applicationSchema,
  forwardApplicationSchema,
  withdrawApplicationSchema,
} from '../../contract/application.contract.js';
import type {
  ApplicationListView,
  ApplicationView,
  ForwardApplicationInput,
} from '../../contract/application.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { Application } from '../../runtime/application-ports.js';
import { idOf } from '../../shared/id.js';
import { actsFor } from '../access/acts-for.js';
import { caseShownBy } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { appliedForElsewhere, forwardApplication } from './forward-application.js';
import { withdrawApplication } from './withdraw-application.js';

/** Applications: what was asked for, when, who received it, and where it was sent on to. */
@ApiResource('applications')
export class ApplicationsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.applications, 'Søknadene dine, eller de som har kommet til enheten din', applicationListSchema)
  async list(@Who() { tenant, actor }: RequestActor): Promise<ApplicationListView> {
    const units = unitsOf(actor);
    const filter = units.length === 0 ? { person: actor.id } : { units };
    const [items, elsewhere] = await Promise.all([
      this.ports.applications.list(tenant, filter),
      appliedForElsewhere(this.ports, tenant, units),
    ]);
    return {
      items: items.map(applicationView),
      elsewhere: elsewhere.map((one) => ({ ...one, unit: unit(one.unit) })),
    };
  }

  @ReadRoute(routes.application, 'En søknad, med kvitteringen og veien den har gått', applicationSchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<ApplicationView> {
    const found = await this.ports.applications.find(who.tenant, idOf<'ProcessInstance'>(id));
    if (found === undefined) throw problem('not-found');
    const { person } = found;
    const isOwn = person === who.actor.id;
    const isShared = person !== undefined && (await actsFor(this.ports, who, person));
    await caseShownBy(this.ports, who, {
      ...{ id, part: 'application' },
      wayTo: ({ isProtected }) => relationToApplication(who.actor, { ...found, isOwn, isShared, isProtected }),
    });
    return applicationView(found);
  }

  @CommandRoute(routes.forwardApplication, 'Send en søknad videre til enheten den hører til', { status: 201 })
  forward(
    @Asked() asked: AskedCommand,
    @Body({ schema: forwardApplicationSchema }) input: ForwardApplicationInput,
  ): Promise<CommandAnswer> {
    return forwardApplication(this.ports, asked, input);
  }

  @CommandRoute(routes.withdrawApplication, 'Trekk en søknad')
  withdraw(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: withdrawApplicationSchema }) _body: object,
  ): Promise<CommandAnswer> {
    return withdrawApplication(this.ports, asked, id);
  }
}

const unit = (id: string) => ({ id, name: groupName(id) });

const applicationView = ({ askedFor, askedForName, ...found }: Application): ApplicationView => ({
  id: found.id,
  person: found.person ?? null,
  title: found.title,
  askedFor: { process: askedFor, name: askedForName },
  receivedOn: found.receivedOn,
  receivedBy: unit(found.receivedBy),
  belongsTo: unit(found.belongsTo),
  forwardedAt: found.forwardedAt ?? null,
  receiptAt: found.receiptAt ?? null,
});
