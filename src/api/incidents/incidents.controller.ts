import { Body, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { mayUse } from '../../cases/access/may.js';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import {
  assignIncidentSchema,
  incidentListQuerySchema,
  incidentListSchema,
  incidentSchema,
  resolveIncidentSchema,
} from '../../contract/incident.contract.js';
import type { IncidentList, IncidentView } from '../../contract/incident.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { IncidentRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import { visibleIncident } from '../access/visible.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import { incidentView } from './incident-view.js';

/** What is stuck, for operators: where and why, not whom it is about. */
@ApiResource('incidents')
export class IncidentsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.incidents, 'Saker som står fast', incidentListSchema)
  async list(
    @Who() who: RequestActor,
    @Query({ schema: incidentListQuerySchema }) { limit, after }: z.output<typeof incidentListQuerySchema>,
  ): Promise<IncidentList> {
    const page = { limit, ...(after === undefined ? {} : { after: idOf<'Incident'>(after) }) };
    const rows = await this.ports.incidents.open(who.tenant, page);
    const next = rows.length < limit ? undefined : rows.at(-1);
    return { items: await this.views(who, rows), next: next?.incident.id ?? null };
  }

  @CommandRoute(routes.assignIncident, 'Gi en stans til noen som skal løse den', { answer: incidentSchema })
  async assign(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: assignIncidentSchema }) body: z.output<typeof assignIncidentSchema>,
  ): Promise<IncidentView> {
    const { who } = asked;
    const row = await visibleIncident(this.ports, who, id);
    const assignee = await this.carer(who, body.assignee);
    return onlyOnce(this.ports.receipts, asked, {
      schema: incidentSchema,
      run: async () => {
        const isOpen = await this.ports.incidentCare.book.assign(who.tenant, row.incident.id, assignee);
        if (!isOpen) throw problem('incident-resolved');
        const [view] = await this.views(who, [await visibleIncident(this.ports, who, id)]);
        if (view === undefined) throw problem('not-found');
        return view;
      },
    });
  }

  @CommandRoute(routes.resolveIncident, 'Prøv på nytt det som sto fast')
  async resolve(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: resolveIncidentSchema }) { variables, retries }: z.output<typeof resolveIncidentSchema>,
  ): Promise<CommandAnswer> {
    const { incident, processInstanceId } = await visibleIncident(this.ports, asked.who, id);
    const { actor } = asked.who;
    if (incident.code === 'EFFECT_FAILED') return this.tryEffectAgain(asked, { id: incident.id, processInstanceId });
    const corrected = {
      ...(variables === undefined ? {} : { variables }),
      ...(retries === undefined ? {} : { retries }),
    };
    return giveCommand(this.ports, asked, {
      processInstanceId,
      command: { type: 'ResolveIncident', incidentId: incident.id, actor, ...corrected },
    });
  }

  /** The case itself is not stuck, and does not change. */
  private tryEffectAgain(
    asked: AskedCommand,
    { id, processInstanceId }: { readonly id: Id<'Incident'>; readonly processInstanceId: Id<'ProcessInstance'> },
  ): Promise<CommandAnswer> {
    const { tenant, actor } = asked.who;
    return onlyOnce(this.ports.receipts, asked, {
      schema: commandAnswerSchema,
      run: async () => {
        if (!(await this.ports.incidentCare.book.tryEffectAgain(tenant, id, actor.id)))
          throw problem('incident-resolved');
        const found = await this.ports.cases.snapshot(tenant, processInstanceId);
        return { processInstanceId, revision: found?.revision ?? 0, userTaskId: null };
      },
    });
  }

  /** Whoever is to have it; refused where that person may not see to it. */
  private async carer({ tenant }: RequestActor, id: string | null) {
    if (id === null) return undefined;
    const person = await this.ports.people.person(tenant, idOf<'Actor'>(id));
    if (person !== undefined && mayUse(person, 'write', 'operation')) return person.id;
    const message = 'Personen har ikke ansvar for saker som stanser her.';
    throw problem('invalid-input', { errors: [{ path: 'assignee', message }] });
  }

  private async views(who: RequestActor, rows: readonly IncidentRow[]): Promise<IncidentView[]> {
    const people = rows.map(({ assignee }) => assignee);
    const context = await viewContext(this.ports, who, people);
    return rows.map((row) => incidentView(row, this.ports.incidentCare.ownerOf(row.process), context));
  }
}
