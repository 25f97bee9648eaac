import { Body, Inject, Param } from '@nestjs/common';
import { emergencyAnswer, emergencyProcess, emergencyReasons } from '../../cases/access/emergency-access.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { emergencyAccessSchema } from '../../contract/emergency-access.contract.js';
import type { EmergencyAccessInput } from '../../contract/emergency-access.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { idOf } from '../../shared/id.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute } from '../api-route.js';
import { Asked } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import { beginCase } from '../process-instances/start-case.js';
import { requireImpartial } from '../user-tasks/partiality.js';

/** Breaking the glass of a case (nødtilgang). */
@ApiResource('process-instances')
export class EmergencyAccessController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.emergencyAccess, 'Ta nødtilgang: les én sak i åtte timer, med grunn', {
    ...{ status: 201, answer: commandAnswerSchema },
  })
  async open(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: emergencyAccessSchema }) { reason, explanation }: EmergencyAccessInput,
  ): Promise<CommandAnswer> {
    const { tenant, actor, name } = asked.who;
    const found = await this.ports.cases.find(tenant, idOf<'ProcessInstance'>(id));
    const answer = found === undefined ? 'not-found' : emergencyAnswer(actor, found);
    if (found?.subject === undefined || answer === 'not-found') throw problem('not-found');
    if (answer === 'not-needed') throw problem('access-open');
    await requireImpartial(this.ports, asked.who, { subject: found.subject, candidateGroups: actor.groups });

    const tattOn = dateInNorway(await this.ports.clock.now(tenant));
    const said = { grunn: emergencyReasons[reason], forklaring: explanation, hvem: name, tattOn };
    const variables = { soker: found.subject, sak: found.id, ...said };
    return beginCase(this.ports, asked, { process: emergencyProcess, businessKey: found.id, variables });
  }
}
