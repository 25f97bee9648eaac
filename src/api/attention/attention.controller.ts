import { randomUUID } from 'node:crypto';
import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { mayLookAt } from '../../cases/access/may-look-at.js';
import { mayReadCase } from '../../cases/access/may-read-case.js';
import { casesWithoutAttentionSchema, lookAtCaseSchema } from '../../contract/attention.contract.js';
import type { CasesWithoutAttention } from '../../contract/attention.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { UnattendedCase } from '../../runtime/attention-ports.js';
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
  async overdue(@Who() { tenant, actor }: RequestActor): Promise<CasesWithoutAttention> {
    const { attention } = this.ports;
    const rows = await attention.book.overdue(tenant);
    const own = rows.filter(
      (row) =>
        mayReadCase(actor, { ...row, openAssignees: row.assignees, emergencyReaders: [] }) && mayLookAt(actor, row),
    );
    const leads = actor.groups.some((group) => attention.leaders.includes(group));
    // That there is a case about somebody with a protected address is not told either.
    const elsewhere = rows.filter((row) => !row.isProtected && !own.includes(row)).length;
    return { items: own.slice(0, atMost).map(shown), elsewhere: leads ? elsewhere : 0 };
  }
}

const atMost = 500;

function shown(row: UnattendedCase): CasesWithoutAttention['items'][number] {
  const { processInstanceId, title, process, processName, every, level, lastAt: since, dueAt: nextAt } = row;
  return { processInstanceId, title, process, processName, every, level, since, nextAt };
}
