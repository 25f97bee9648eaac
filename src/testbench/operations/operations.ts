import { advance, advanceTo } from './advance.js';
import { check } from './check.js';
import { deploy } from './deploy.js';
import { exportFile } from './export.js';
import { evaluate } from './evaluate.js';
import { cancel, resolveIncident, resume, suspend } from './instance-steps.js';
import { instance } from './instance.js';
import { instances } from './instances.js';
import { completeJob, escalate, failJob, throwError } from './job-steps.js';
import { jobs } from './jobs.js';
import { message } from './message.js';
import { migrate, move } from './move.js';
import type { Operation } from './operation.js';
import { reset } from './reset.js';
import { signal } from './signal.js';
import { start } from './start.js';
import { assign, claim, complete, unclaim } from './task-steps.js';
import { tasks } from './tasks.js';
import { fireTimer, timers } from './timers.js';
import { trace } from './trace.js';
import { trigger } from './trigger.js';
import { setVariables, variables } from './variables.js';
import { waiting } from './waiting.js';

/** Every op of the protocol by its name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...{ reset, deploy, export: exportFile, start, message, signal, escalate, throwError },
    ...{ tasks, claim, unclaim, assign, complete, jobs, completeJob, failJob },
    ...{ waiting, trigger, timers, fireTimer, advance, advanceTo },
    ...{ instances, instance, trace, variables, setVariables },
    ...{ cancel, suspend, resume, resolveIncident, migrate, move, evaluate, check },
  }),
);
