import { randomUUID } from 'node:crypto';
import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { mayLookAt } from '../../cases/access/may-look-at.js';
import { casesWithoutAttentionSchema, lookAtCaseSchema } from '../../contract/attention.contract.js';
import type { CaseWithoutAttention } from '../../contract/attention.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { idOf } from '../../shared/id.js';
import { visibleCase } from '../access/visible.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Looks at cases: that somebody has, and which cases nobody has looked at in time. */
@ApiResource('attention')
export class AttentionController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.lookAtCase, 'Si at du har sett på saken', { answer: commandAnswerSchema })
  async look(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: lookAtCaseSchema }) { note: text }: z.output<typeof lookAtCaseSchema>,
  ): Promise<CommandAnswer> {
    const { actor } = asked.who;
    const found = await visibleCase(this.ports, asked.who, id);
    if (!mayLookAt(actor, found)) throw problem('actor-not-allowed');

    const noteId = idOf<'AttentionNote'>(randomUUID());
    return giveCommand(this.ports, asked, {
      processInstanceId: found.id,
      command: { type: 'LookAtCase', noteId, actor },
      note: { id: noteId, text },
    });
  }

  @ReadRoute(routes.casesWithoutAttention, 'Saker som ingen har sett på i tide', casesWithoutAttentionSchema)
  async overdue(@Who() { tenant, actor }: RequestActor): Promise<{ readonly items: readonly CaseWithoutAttention[] }> {
    const { attention } = this.ports;
    if (!actor.groups.some((group) => attention.leaders.includes(group))) throw problem('actor-not-allowed');
    const rows = await attention.book.overdue(tenant);
    return {
      items: rows.map(({ processInstanceId, process, processName, every, level, lastAt, dueAt }) => ({
        ...{ processInstanceId, process, processName, every, level },
        since: lastAt,
        nextAt: dueAt,
      })),
    };
  }
}
