import { checkForm } from '../../cases/forms/check-form.js';
import { knownValues } from '../../cases/forms/known-values.js';
import { refusedBy } from '../../cases/forms/refused.js';
import { parseForm } from '../../cases/forms/form-schema.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { UntimedCommand } from '../../runtime/ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import { visibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { isProblemCode } from '../problem/problem-codes.js';
import { problem } from '../problem/problem.js';
import { requireImpartial } from './partiality.js';

/** What a person does with a task. */
export type UserTaskWish =
  | { readonly id: string; readonly type: 'ClaimUserTask' | 'UnclaimUserTask' }
  | { readonly id: string; readonly type: 'CompleteUserTask'; readonly variables: JsonObject };

/** Gives the command for a task whose case the person may see; results must be what the task's form asks for. */
export async function giveUserTaskCommand(
  ports: ApiPorts,
  asked: AskedCommand,
  wish: UserTaskWish,
): Promise<CommandAnswer> {
  const task = await visibleUserTask(ports, asked.who, wish.id);
  if (wish.type !== 'UnclaimUserTask') await requireImpartial(ports, asked.who, task);
  if (wish.type === 'CompleteUserTask') await requireForm(ports, asked, { task, variables: wish.variables });

  const command = commandOf(wish, task, asked);
  return giveCommand(ports, asked, { processInstanceId: task.case.id, command, userTaskId: task.id });
}

function commandOf(wish: UserTaskWish, { id }: UserTaskRow, { who, expectedRevision }: AskedCommand): UntimedCommand {
  const { actor } = who;
  const seen = expectedRevision === undefined ? {} : { expectedRevision };
  if (wish.type !== 'CompleteUserTask') return { type: wish.type, userTaskId: id, actor, ...seen };
  return { type: wish.type, userTaskId: id, actor, variables: wish.variables, ...seen };
}

interface FilledIn {
  readonly task: UserTaskRow;
  readonly variables: JsonObject;
}

async function requireForm(ports: ApiPorts, { who }: AskedCommand, { task, variables }: FilledIn): Promise<void> {
  const schema = task.form === undefined ? undefined : await ports.definitions.form(who.tenant, task.form);
  const errors = checkForm(parseForm(schema ?? {}), variables);
  if (errors.length > 0) throw problem('invalid-input', { errors: [...errors] });
  if (schema?.['x-refusals'] === undefined) return;

  const snapshot = await ports.cases.snapshot(who.tenant, task.case.id);
  const refused = refusedBy(schema, variables, knownValues(schema, snapshot, task));
  if (refused === undefined) return;
  throw problem(isProblemCode(refused.code) ? refused.code : 'invalid-input', { errors: [{ ...refused }] });
}
