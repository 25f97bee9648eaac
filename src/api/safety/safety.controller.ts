import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { mayCount } from '../../cases/access/may.js';
import { mayStart } from '../../cases/access/may-start.js';
import { anonymous } from '../../cases/safety/anonymous.js';
import { countSafety } from '../../cases/safety/safety-figures.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import {
  safetyFiguresSchema,
  tellUnsafetySchema,
  toldUnsafetySchema,
  unsafetyStandingSchema,
} from '../../contract/safety.contract.js';
import type { SafetyFigures, ToldUnsafety, UnsafetyStanding } from '../../contract/safety.contract.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { JsonObject } from '../../shared/json.js';
import { idOf } from '../../shared/id.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import { beginCase, startCase } from '../process-instances/start-case.js';
import type { RequestActor } from '../request-actor.js';

const process = 'bomiljo';

/** Reports of unsafe buildings, with or without a name. */
@ApiResource('safety')
export class SafetyController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.safetyReports, 'Meld fra om at det er utrygt i et bygg, også anonymt', {
    status: 201,
    answer: toldUnsafetySchema,
  })
  async tell(
    @Asked() asked: AskedCommand,
    @Body({ schema: tellUnsafetySchema }) said: z.output<typeof tellUnsafetySchema>,
  ): Promise<ToldUnsafety> {
    if ((await this.ports.homes.reader.building(asked.who.tenant, said.building)) === undefined)
      throw problem('not-found');
    const variables = {
      ...{ bygg: said.building, slag: said.kind, beskrivelse: said.text, gjelder: said.concerns },
      ...(said.to && { onsketMottaker: said.to }),
    };
    const { processInstanceId } = said.anonymous
      ? await this.beginUnnamed(asked, variables)
      : await startCase(this.ports, asked, { process, variables });
    return { receipt: processInstanceId };
  }

  // Whoever does not want to be known is nobody from here on: no journal, receipt or message ever hears of them.
  private beginUnnamed(asked: AskedCommand, variables: JsonObject): Promise<CommandAnswer> {
    if (mayStart(asked.who.actor, process) === undefined) throw problem('actor-not-allowed');
    const who = { tenant: asked.who.tenant, actor: anonymous, name: '' };
    return beginCase(this.ports, { ...asked, who }, { process, variables });
  }

  @ReadRoute(routes.safetyReport, 'Hvordan det går med det du meldte anonymt', unsafetyStandingSchema)
  async follow(
    @Who() { tenant }: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<UnsafetyStanding> {
    const found = await this.ports.cases.find(tenant, idOf<'ProcessInstance'>(id));
    // One with a name is followed as a case, by the one whose name it is.
    if (found === undefined || found.process !== process || found.subject !== undefined) throw problem('not-found');
    // The receipt is all that is known of who told; what is answered is to nobody in particular.
    const letters = await asSystem(() => this.ports.cases.letters(tenant, found.id));
    const answers = letters.filter(({ to }) => to === undefined);
    return {
      receipt: found.id,
      state: found.endedAt === undefined ? 'under-arbeid' : 'lukket',
      answers: answers.map(({ title, text, at }) => ({ title, text, sentAt: at })),
    };
  }

  @ReadRoute(routes.buildingSafety, 'Hvor mange som har meldt at et bygg er utrygt', safetyFiguresSchema)
  async figures(
    @Who() { tenant, actor }: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<SafetyFigures> {
    const { reader } = this.ports.homes;
    const [place, now] = [await reader.building(tenant, id), await this.ports.clock.now(tenant)];
    if (place === undefined || !mayCount(actor, 'deviation')) throw problem('not-found');
    const { freeze, freezeProposedAt = null } = place;
    // Whoever is shown how many there are need not be shown which.
    const reports = await asSystem(() => reader.safetyReports(tenant, id));
    return {
      ...{ building: id, ...countSafety(reports, now), freezeProposedAt },
      freeze: freeze === undefined ? null : { since: freeze.since, reason: freeze.reason },
    };
  }
}
