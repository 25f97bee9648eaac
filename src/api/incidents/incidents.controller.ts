import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { incidentText } from '../../cases/incident-text.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { incidentListSchema, resolveIncidentSchema } from '../../contract/incident.contract.js';
import type { IncidentView } from '../../contract/incident.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { visibleIncident } from '../access/visible.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import type { RequestActor } from '../request-actor.js';

/** What is stuck, for operators: where and why, not whom it is about. */
@ApiResource('incidents')
export class IncidentsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.incidents, 'Saker som står fast', incidentListSchema)
  async list(@Who() who: RequestActor): Promise<{ readonly items: readonly IncidentView[] }> {
    const rows = await this.ports.incidents.open(who.tenant);
    return {
      items: rows.map(({ incident, processInstanceId, process, processName, raisedAt }) => {
        const { id, node, code, message } = incident;
        const melding = incidentText(code);
        return { id, processInstanceId, process, processName, node, code, message, melding, raisedAt };
      }),
    };
  }

  @CommandRoute(routes.resolveIncident, 'Prøv på nytt det som sto fast')
  async resolve(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: resolveIncidentSchema }) { variables, retries }: z.output<typeof resolveIncidentSchema>,
  ): Promise<CommandAnswer> {
    const { incident, processInstanceId } = await visibleIncident(this.ports, asked.who, id);
    const { actor } = asked.who;
    const corrected = {
      ...(variables === undefined ? {} : { variables }),
      ...(retries === undefined ? {} : { retries }),
    };
    return giveCommand(this.ports, asked, {
      processInstanceId,
      command: { type: 'ResolveIncident', incidentId: incident.id, actor, ...corrected },
    });
  }
}
