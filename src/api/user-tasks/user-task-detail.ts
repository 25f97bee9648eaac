import type { ImpartialityRule } from '../../cases/access/impartiality.js';
import { groupName } from '../../cases/access/group-names.js';
import { knownValues } from '../../cases/forms/known-values.js';
import type { UserTaskDetail } from '../../contract/user-task.contract.js';
import { addPeriod, ruleOf } from '../../engine/index.js';
import type { Rejection } from '../../engine/index.js';
import type { TimerRow } from '../../runtime/read-ports.js';
import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problemCodes } from '../problem/problem-codes.js';
import { refusalText } from '../problem/rejection-problem.js';
import type { RequestActor } from '../request-actor.js';
import { userTaskView } from '../views/user-task-view.js';
import { viewContext } from '../views/view-context.js';
import { lackingAuthority } from './authority.js';
import { ruleOfFourEyes } from './four-eyes.js';
import { asksForImpartiality } from './declare-partiality.js';
import { ruleAgainstWork } from './partiality.js';
import { withHomesToChoose } from './registers-of-task.js';

/** A task with its form, what is known already, and what the reader may do with it. */
export async function userTaskDetail(
  ports: ApiPorts,
  who: RequestActor,
  task: VisibleUserTask,
): Promise<UserTaskDetail> {
  const { tenant, actor } = who;
  const { id: userTaskId } = task;
  const { id, process, version, family } = task.case;
  const [context, definition, form, snapshot, timers, refusals, partial, lacking, sameEyes] = await Promise.all([
    viewContext(ports, who, [task.assignee]),
    ports.definitionSource.load({ tenant, key: process, version }),
    task.form === undefined || !task.isOpenToReader ? undefined : ports.definitions.form(tenant, task.form),
    ports.cases.snapshot(tenant, id),
    ports.timers.ofCase(tenant, id),
    ports.question.ask(tenant, id, [
      { type: 'ClaimUserTask', userTaskId, actor },
      { type: 'UnclaimUserTask', userTaskId, actor },
      { type: 'RejectUserTask', userTaskId, actor, reason: anyReason },
      { type: 'CompleteUserTask', userTaskId, actor, variables: {} },
      ...deadlineCommands(ports, who, task),
    ]),
    ruleAgainstWork(ports, who, task),
    lackingAuthority(ports, who, task),
    ruleOfFourEyes(ports, who, task),
  ]);
  const shown = await withHomesToChoose(ports, tenant, { form, instance: snapshot, family });
  return {
    ...userTaskView(task, context),
    documentation: definition?.nodes.get(task.node)?.documentation ?? null,
    form: shown.form === undefined ? null : { ...shown.form },
    values: { ...knownValues(form, snapshot, task), ...shown.found },
    actions: {
      ...actionsOf(task, refusals, partial ?? lacking ?? sameEyes),
      ...impartialityActions(asksForImpartiality(who, task), refusals[2], partial),
    },
    reminders: timers.filter((timer) => timer.userTaskId === userTaskId).flatMap(reminderView),
  };
}

function actionsOf(
  task: VisibleUserTask,
  [claim, unclaim, , complete, ...ofDeadline]: readonly (Rejection | undefined)[],
  against: { readonly text: string } | undefined,
) {
  return {
    claim: action(claim, against),
    unclaim: action(unclaim),
    complete: action(complete, against),
    ...deadlineActions(task, ofDeadline),
  };
}

/** Whether the reader may say that they are not impartial: who has the task; or take it back: who has said so. */
function impartialityActions(isAsked: boolean, refusal: Rejection | undefined, partial: ImpartialityRule | undefined) {
  const closed = { allowed: false, reason: problemCodes['actor-not-allowed'][1] };
  return {
    declarePartiality: isAsked ? action(refusal) : closed,
    withdrawPartiality: partial?.id === 'erklaert' ? action(undefined) : closed,
  };
}

const anyReason = 'Spørsmål';
const someTime = 'P1M';

/** What could be done with the deadline of a task: asked of the engine, never carried out. */
function deadlineCommands({ deadlines }: ApiPorts, { actor }: RequestActor, { id, deadline }: VisibleUserTask) {
  const ground = (deadline && ruleOf(deadlines, deadline)?.pausable?.[0]) ?? 'local';
  const dueOn = deadline === undefined ? '' : addPeriod(deadline.dueOn, someTime);
  const asked = { actor, target: { userTaskId: id } };
  return [
    { type: 'PauseDeadline', ground, reason: anyReason, ...asked },
    { type: 'ResumeDeadline', ...asked },
    { type: 'ExtendDeadline', dueOn, reason: anyReason, ...asked },
  ] as const;
}

/** The answers, for those who may ask; others are told that they may not. */
function deadlineActions(
  { readerMayChangeDeadline }: VisibleUserTask,
  [pause, resume, extend]: readonly (Rejection | undefined)[],
) {
  const answer = (refusal: Rejection | undefined) =>
    readerMayChangeDeadline ? action(refusal) : { allowed: false, reason: problemCodes['actor-not-allowed'][1] };
  return { pauseDeadline: answer(pause), resumeDeadline: answer(resume), extendDeadline: answer(extend) };
}

function action(refusal: Rejection | undefined, against?: { readonly text: string }) {
  if (refusal === undefined && against !== undefined) return { allowed: false, reason: against.text };
  return { allowed: refusal === undefined, reason: refusal === undefined ? null : refusalText(refusal) };
}

function reminderView({ purpose, dueAt, to, state }: TimerRow) {
  if (purpose === 'event' || state === 'cancelled') return [];
  const heard = to === undefined || to === 'assignee' ? 'Den som har oppgaven' : groupName(to);
  return [{ kind: purpose, at: dueAt, to: heard, rung: state === 'fired' }];
}
