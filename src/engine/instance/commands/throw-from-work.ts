import type { Escalate, ThrowError } from './event-command.js';
import type { Decision, Rejection } from './decision.js';
import { liveJob } from './live-job.js';
import type { ElementInstance } from '../state/process-instance.js';
import { raiseIncident } from '../flow/run-phase.js';
import { settle } from './settle.js';
import { throwError, throwEscalation } from '../events/throw-error.js';
import type { Thrower } from '../events/thrower.js';
import { notAssigned } from './user-task-people.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when a worker or a person says that the work ended in an error of the business. */
export function throwErrorFromWork(work: WorkingCopy, command: ThrowError): Decision {
  const found = throwingElement(work, command);
  if (!found.ok) return found;

  const { element, thrower } = found;
  const { jobId, code, message, variables = {} } = command;
  const problem = throwError(work, thrower, { code, ...(message === undefined ? {} : { message }), variables });
  if (problem !== undefined) raiseIncident(work, element, jobId === undefined ? problem : { ...problem, jobId });
  return settle(work);
}

/** Decides what follows when a worker or a person says that somebody should hear of something; the work goes on. */
export function escalateFromWork(work: WorkingCopy, command: Escalate): Decision {
  const found = throwingElement(work, command);
  if (!found.ok) return found;

  const { code, variables = {} } = command;
  throwEscalation(work, found.thrower, { code, variables });
  return settle(work);
}

type Found =
  | { readonly ok: true; readonly element: ElementInstance; readonly thrower: Thrower }
  | { readonly ok: false; readonly rejection: Rejection };

function throwingElement(work: WorkingCopy, command: ThrowError | Escalate): Found {
  const refusal = refusalOf(work, command);
  if (refusal !== undefined) return { ok: false, rejection: refusal };

  const { jobs, userTasks, elements } = work.instance();
  const { jobId, userTaskId } = command;
  const job = jobId === undefined ? undefined : jobs.get(jobId);
  const task = userTaskId === undefined ? undefined : userTasks.get(userTaskId);
  const opened = job ?? task;
  const element = opened && elements.get(opened.elementInstanceId);
  if (element?.parentId === undefined) throw new Error('Expected open work to belong to an element in a scope');

  const { id: elementInstanceId, node, parentId: scopeInstanceId, tokenId } = element;
  const thrower = { node, scopeInstanceId, elementInstanceId, ...(tokenId === undefined ? {} : { tokenId }) };
  return { ok: true, element, thrower };
}

function refusalOf(work: WorkingCopy, command: ThrowError | Escalate): Rejection | undefined {
  const { jobId, userTaskId, fencingToken, actor } = command;
  if (jobId !== undefined) {
    const job = liveJob(work.instance(), fencingToken === undefined ? { jobId } : { jobId, fencingToken });
    return job.ok ? undefined : job.rejection;
  }
  if (userTaskId === undefined) return { reason: 'no-work-named' };
  const task = work.instance().userTasks.get(userTaskId);
  return task === undefined ? { reason: 'user-task-not-found', userTaskId } : notAssigned(task, actor);
}
