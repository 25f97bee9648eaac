import { localDateOf } from '../engine/index.js';
import type { CommandHandler } from '../runtime/command-handler.js';
import { expectDone } from '../runtime/expect-done.js';
import type { Job, JobHandler } from '../runtime/jobs/job-handler.js';
import type { CommandOutcome } from '../runtime/ports.js';
import { createProcessInstanceId } from '../runtime/process-instance-id.js';
import { systemActor } from '../runtime/system-actor.js';
import { idOf } from '../shared/id.js';
import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import { startVariables } from './access/start-variables.js';
import type { DatedCrisisHelp } from './crisis/crisis-help.js';

/** What cases are started with. */
export interface StartCaseParts {
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly crisis: DatedCrisisHelp;
}

/**
 * Job `start-sak`: the person of this case gets a case of the process in header `prosess`, unless one is under way when the start is committed: of two
 * that ask at once, one starts it. It goes on by
 * itself: neither waits for the other, and neither ends with the other. Gives `tilknyttetSak`, its id. Safe to repeat. Refuses
 * where nobody knows whom the case is about, because then nobody could tell whether there is one. Header `variabler` names what it is
 * told beside that.
 */
export function createStartCase(parts: StartCaseParts): JobHandler['run'] {
  return async (job) => {
    const { soker, sokerNavn } = job.variables;
    const process = job.headers['prosess'];
    if (process === undefined || typeof soker !== 'string') {
      const has = `header 'prosess' is '${process ?? ''}' and 'soker' is '${String(soker ?? '')}'`;
      throw new Error(`Expected '${job.node}' to name a process and its case to be about somebody, but ${has}`);
    }
    const person = idOf<'Actor'>(soker);
    const processInstanceId = createProcessInstanceId(job.at, job.key);
    const variables = startVariables(
      { soker, ...(typeof sokerNavn === 'string' && { sokerNavn }), ...told(job) },
      { process, right: 'anyone', actor: systemActor, name: '', now: job.at, crisis: parts.crisis },
    );
    const command = { type: 'StartProcessInstance', processInstanceId, variables, actor: systemActor } as const;
    const { tenant } = job;
    const of = { tenant, processInstanceId, definition: { key: process }, onlyOpen: { process, person } };
    const started = await parts.handler.handle({ ...of, command });
    expectDone(started, ['process-instance-exists', 'case-under-way']);
    const known = startedOrKnown(started, processInstanceId);
    if (known !== processInstanceId) return { tilknyttetSak: known };
    return { tilknyttetSak: processInstanceId, tilknyttetSakOn: localDateOf(job.at) };
  };
}

// What is under way is another one, or the one that an earlier attempt has started.
const startedOrKnown = (outcome: CommandOutcome, asked: Id<'ProcessInstance'>): Id<'ProcessInstance'> =>
  !outcome.ok && outcome.rejection.reason === 'case-under-way' ? outcome.rejection.processInstanceId : asked;

function told({ headers, variables }: Job): JsonObject {
  const names = headers['variabler']?.split(' ') ?? [];
  return Object.fromEntries(names.flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]]])));
}
