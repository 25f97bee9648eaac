import { knownIdentity } from '../../cases/deidentification/known-identity.js';
import { checkForm } from '../../cases/forms/check-form.js';
import { knownValues } from '../../cases/forms/known-values.js';
import { refusedBy } from '../../cases/forms/refused.js';
import { parseForm, type FormSchema } from '../../cases/forms/form-schema.js';
import { hasTextUnder, identityInForm, sobrietyInForm } from '../../cases/forms/refused-text.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { TenantId, UntimedCommand } from '../../runtime/ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import { visibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { isProblemCode } from '../problem/problem-codes.js';
import { problem } from '../problem/problem.js';
import { requireAuthority } from './authority.js';
import { requireFourEyes } from './four-eyes.js';
import { requireNoHeldStatements, requireNoUnansweredStatements } from './held-statements.js';
import { requireImpartial } from './partiality.js';
import { requireKnownChoices } from './known-choices.js';
import { registersOfTask } from './registers-of-task.js';

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
  if (wish.type !== 'UnclaimUserTask') {
    await requireImpartial(ports, asked.who, task);
    await requireAuthority(ports, asked.who, task);
    await requireFourEyes(ports, asked.who, task);
  }
  const given = { processInstanceId: task.case.id, userTaskId: task.id };
  if (wish.type !== 'CompleteUserTask')
    return giveCommand(ports, asked, { ...given, command: commandOf(wish, task, asked) });

  const filledIn = { task, variables: wish.variables };
  await requireForm(ports, asked, filledIn);
  const { registers, found } = await registersOfTask(ports, asked.who, filledIn);
  const command = commandOf({ ...wish, variables: { ...wish.variables, ...found } }, task, asked);
  return giveCommand(ports, asked, { ...given, command, ...(registers && { registers }) });
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
  const form = parseForm(schema ?? {});
  const errors = checkForm(form, variables);
  if (errors.length > 0) throw problem('invalid-input', { errors: [...errors] });

  if (schema !== undefined) await requireKnownChoices(ports, who.tenant, { task, schema, variables });
  await requireNoHeldStatements(ports, who.tenant, { task, schema });
  await requireNoUnansweredStatements(ports, who.tenant, { task, schema });
  const demands = sobrietyInForm(form, variables);
  if (demands.length > 0) throw problem('sobriety-demanded', { errors: [...demands] });
  if (schema?.['x-refusals'] !== undefined) await requireNotRefused(ports, who.tenant, { task, schema, variables });
  if (hasTextUnder(form, 'identity', variables)) await requireNoIdentity(ports, who.tenant, { task, form, variables });
}

/** 422 where the law sets an answer aside, by the rules of the form and what the case already says. */
async function requireNotRefused(
  ports: ApiPorts,
  tenant: TenantId,
  { task, schema, variables }: FilledIn & { readonly schema: JsonObject },
): Promise<void> {
  const snapshot = await ports.cases.snapshot(tenant, task.case.id);
  const refused = refusedBy(schema, variables, knownValues(schema, snapshot, task));
  if (refused === undefined) return;
  throw problem(isProblemCode(refused.code) ? refused.code : 'invalid-input', { errors: [{ ...refused }] });
}

/** 422 where a text that others are to read without knowing whom it is about tells it: with the places, never with the words. */
async function requireNoIdentity(
  ports: ApiPorts,
  tenant: TenantId,
  { task, form, variables }: FilledIn & { readonly form: FormSchema },
): Promise<void> {
  const found = await ports.cases.find(tenant, task.case.id);
  const of = { tenant, processInstanceId: task.case.id };
  const sources = { ...ports, buildings: ports.homes.reader };
  const known = await knownIdentity(sources, found?.subject === undefined ? of : { ...of, subject: found.subject });
  const errors = identityInForm(form, variables, { known, words: ports.identityWords });
  if (errors.length > 0) throw problem('deidentification', { errors: [...errors] });
}
