import { Body, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import {
  cancelProcessInstanceSchema,
  migrateProcessInstanceSchema,
  migrationPlanQuerySchema,
  migrationPlanSchema,
  migrationTrialSchema,
  modifyProcessInstanceSchema,
  reasonedSchema,
  restartProcessInstanceSchema,
  setVariablesSchema,
  tryMigrationSchema,
} from '../../contract/operation.contract.js';
import type { MigrationPlanView, MigrationTrial } from '../../contract/operation.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { CaseOperation } from '../../runtime/operations/operation.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, QuestionRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { giveOperation } from './give-operation.js';
import { migrationOf, modificationOf, startInstruction, variablesOf } from './operation-of.js';
import { restartCase } from './restart-case.js';
import { tryMigration } from './try-migration.js';

const optional = { ifMatch: 'optional' } as const;

/** What operators do to one case: stop it for a time, mend it, move it to another version, take it up again. */
@ApiResource('operations')
export class OperationsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.suspendProcessInstance, 'Sett saken på vent', optional)
  suspend(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reasonedSchema }) body: z.output<typeof reasonedSchema>,
  ): Promise<CommandAnswer> {
    return this.give(asked, id, { kind: 'suspend', ...body });
  }

  @CommandRoute(routes.resumeProcessInstance, 'La saken gå videre', optional)
  resume(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reasonedSchema }) body: z.output<typeof reasonedSchema>,
  ): Promise<CommandAnswer> {
    return this.give(asked, id, { kind: 'resume', ...body });
  }

  @CommandRoute(routes.cancelProcessInstance, 'Avslutt saken før tiden', optional)
  cancel(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: cancelProcessInstanceSchema }) body: z.output<typeof cancelProcessInstanceSchema>,
  ): Promise<CommandAnswer> {
    return this.give(asked, id, { kind: 'cancel', ...body });
  }

  @CommandRoute(routes.modifyProcessInstance, 'Flytt saken i diagrammet', optional)
  modify(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: modifyProcessInstanceSchema }) body: z.output<typeof modifyProcessInstanceSchema>,
  ): Promise<CommandAnswer> {
    return this.give(asked, id, modificationOf(body));
  }

  @CommandRoute(routes.setVariables, 'Rett opplysninger i saken', optional)
  setVariables(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: setVariablesSchema }) body: z.output<typeof setVariablesSchema>,
  ): Promise<CommandAnswer> {
    return this.give(asked, id, variablesOf(body));
  }

  @ReadRoute(routes.migrationPlan, 'Forslag til hvor hvert element går i en annen versjon', migrationPlanSchema)
  async plan(
    @Who() who: RequestActor,
    @Param('key', { schema: idSchema }) key: string,
    @Query({ schema: migrationPlanQuerySchema }) { from, to }: z.output<typeof migrationPlanQuerySchema>,
  ): Promise<MigrationPlanView> {
    const plan = await this.ports.migrations.plan(who.tenant, { key, from, to });
    if (plan === undefined) throw problem('unknown-definition');
    return { mapping: { ...plan.mapping }, unmapped: [...plan.unmapped] };
  }

  @QuestionRoute(
    routes.tryMigration,
    'Prøv å flytte saken til en annen versjon, uten å endre noe',
    migrationTrialSchema,
  )
  tryMigration(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: tryMigrationSchema }) body: z.output<typeof tryMigrationSchema>,
  ): Promise<MigrationTrial> {
    return tryMigration(this.ports, who, { id, migration: migrationOf(body) });
  }

  @CommandRoute(routes.migrateProcessInstance, 'Flytt saken til en annen versjon', optional)
  migrate(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: migrateProcessInstanceSchema }) body: z.output<typeof migrateProcessInstanceSchema>,
  ): Promise<CommandAnswer> {
    return this.give(asked, id, { ...migrationOf(body), reason: body.reason });
  }

  @CommandRoute(routes.restartProcessInstance, 'Ta opp igjen en avsluttet sak som en ny', {
    status: 201,
    answer: commandAnswerSchema,
  })
  restart(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: restartProcessInstanceSchema }) body: z.output<typeof restartProcessInstanceSchema>,
  ): Promise<CommandAnswer> {
    const { version, startAt, reason } = body;
    return restartCase(this.ports, asked, { id, version, reason, startAt: startAt?.map(startInstruction) });
  }

  private give(asked: AskedCommand, id: string, operation: CaseOperation): Promise<CommandAnswer> {
    return giveOperation(this.ports, asked, { id, operation });
  }
}
