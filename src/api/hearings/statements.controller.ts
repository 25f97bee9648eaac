import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import type { RefusedText } from '../../cases/forms/refused-text.js';
import { mayHandleStatements } from '../../cases/hearings/may-handle-statements.js';
import { openHearing } from '../../cases/hearings/open-hearing.js';
import {
  giveStatementSchema,
  originalStatementListSchema,
  redactStatementSchema,
  statementAnswerSchema,
  statementListSchema,
} from '../../contract/hearing.contract.js';
import type { GiveStatementInput, OriginalStatementView, StatementAnswer } from '../../contract/hearing.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { HearingStatement } from '../../runtime/hearing-statement.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { publicView } from './public-view.js';
import { receiveStatement } from './receive-statement.js';
import { heardProject, placeFinder } from './statement-places.js';

/** What people say in the hearing of a project. */
@ApiResource('projects')
export class StatementsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.statements, 'Uttalelsene i høringen, slik alle kan lese dem', statementListSchema)
  async list(@Who() { tenant }: RequestActor, @Param('id', { schema: idSchema }) id: string) {
    const project = await heardProject(this.ports, tenant, id);
    const [all, timers, now] = await Promise.all([
      this.ports.hearings.published(tenant, project.id),
      this.ports.timers.ofCase(tenant, project.id),
      this.ports.clock.now(tenant),
    ]);
    return { openUntil: openHearing(timers, now) ?? null, items: all.map(publicView) };
  }

  @CommandRoute(routes.statements, 'Uttal deg i høringen, eller skriv ned det noen sier', {
    ...{ answer: statementAnswerSchema, status: 201 },
  })
  give(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: giveStatementSchema }) input: GiveStatementInput,
  ): Promise<StatementAnswer> {
    const run = () => receiveStatement(this.ports, asked, { id, input });
    return onlyOnce(this.ports.receipts, asked, { schema: statementAnswerSchema, run });
  }

  @ReadRoute(routes.originalStatements, 'Uttalelsene slik de kom, og hva som må sladdes', originalStatementListSchema)
  async originals(@Who() { tenant, actor }: RequestActor, @Param('id', { schema: idSchema }) id: string) {
    if (!mayHandleStatements(actor)) throw problem('not-found');
    const project = await heardProject(this.ports, tenant, id);
    const all = await this.ports.hearings.ofProject(tenant, project.id);
    const placesIn = await placeFinder(this.ports, { tenant, project });
    return { items: all.map((one) => originalView(one, one.state === 'held' ? placesIn(one.original) : [])) };
  }

  @CommandRoute(routes.redactStatement, 'Skriv det som skal publiseres i stedet for uttalelsen', {
    answer: statementAnswerSchema,
  })
  redact(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('statement', { schema: idSchema }) statement: string,
    @Body({ schema: redactStatementSchema }) { text }: z.output<typeof redactStatementSchema>,
  ): Promise<StatementAnswer> {
    const { tenant, actor } = asked.who;
    const run = async (): Promise<StatementAnswer> => {
      if (!mayHandleStatements(actor)) throw problem('not-found');
      const project = await heardProject(this.ports, tenant, id);
      const all = await this.ports.hearings.ofProject(tenant, project.id);
      if (!all.some((one) => one.id === statement)) throw problem('not-found');

      const placesIn = await placeFinder(this.ports, { tenant, project });
      const places = placesIn(text);
      if (places.length > 0) throw problem('deidentification', { errors: [...places] });
      const redaction = { project: project.id, id: statement, text, by: actor.id };
      if (!(await this.ports.hearings.redact(tenant, redaction))) throw problem('statement-redacted');
      return { id: statement, state: 'redacted' };
    };
    return onlyOnce(this.ports.receipts, asked, { schema: statementAnswerSchema, run });
  }
}

const originalView = (
  { project: _project, ...one }: HearingStatement,
  places: readonly RefusedText[],
): OriginalStatementView => ({
  ...{ senderName: null, registeredAt: null, publishedText: null, redactedBy: null, redactedAt: null },
  ...one,
  places: places.map(({ code, from, to, message }) => ({ code, from, to, message })),
});
