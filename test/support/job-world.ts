import type { JobDesk } from '../../src/runtime/jobs/job-desk.js';
import type { ActivatedJob } from '../../src/runtime/jobs/job-desk.js';
import type { Runtime } from '../../src/runtime/runtime.js';
import type { CommandOutcome, UntimedCommand } from '../../src/runtime/ports.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import { newCase, start } from './contract-commands.js';
import { processesIn } from './contract-processes.js';
import { trondheim } from './store-world.js';
import type { StoreWorld } from './store-world.js';
import { quietRuntime } from './quiet-runtime.js';

/** A process that asks somebody outside to file its papers; `terms` are attributes of the task. */
export const archiving = (terms = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="d" targetNamespace="https://boligflyt.no">
  <bpmn:error id="feil" name="fullt" errorCode="FULLT" />
  <bpmn:process id="arkivering" name="Arkivering" isExecutable="true" boligflyt:family="shared" boligflyt:readers="bst">
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="arkiver" name="Arkiver" boligflyt:jobType="arkiver" ${terms} />
    <bpmn:boundaryEvent id="fullt" attachedToRef="arkiver"><bpmn:errorEventDefinition errorRef="feil" /></bpmn:boundaryEvent>
    <bpmn:endEvent id="slutt" /><bpmn:endEvent id="ikke-arkivert" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="arkiver" /><bpmn:sequenceFlow id="b" sourceRef="arkiver" targetRef="slutt" />
    <bpmn:sequenceFlow id="c" sourceRef="fullt" targetRef="ikke-arkivert" />
  </bpmn:process>
</bpmn:definitions>`;

/** A program that takes jobs. */
export const robot = { id: idOf<'Actor'>('arkivrobot'), groups: ['jobbarbeider'] };

/** A municipality in which cases wait for workers outside. */
export interface JobWorld {
  readonly world: StoreWorld;
  readonly runtime: Runtime;
  readonly desk: JobDesk;
  /** Starts so many cases, each with one job. */
  begin(count: number, variables?: JsonObject): Promise<readonly Id<'ProcessInstance'>[]>;
  take(worker: string, maxJobs?: number): Promise<readonly ActivatedJob[]>;
  fail(job: ActivatedJob, terms?: { readonly retries?: number; readonly retryAfter?: string }): Promise<string>;
  complete(job: ActivatedJob, variables?: JsonObject): Promise<string>;
  handle(processInstanceId: Id<'ProcessInstance'>, command: UntimedCommand): Promise<CommandOutcome>;
  incidents(id: Id<'ProcessInstance'>): Promise<readonly string[]>;
}

/** Puts jobs on top of a store. */
export async function jobWorldOn(world: StoreWorld, terms?: string): Promise<JobWorld> {
  const processes = await processesIn(archiving(terms));
  await world.definitions.deploy(trondheim, { processes, forms: [], by: idOf('ada') });
  await world.externalJobTypes.register(trondheim, 'arkiver', idOf('ada'));
  const runtime = quietRuntime(world);
  const { handler, jobDesk: desk } = runtime;
  const handle = (processInstanceId: Id<'ProcessInstance'>, command: UntimedCommand) =>
    handler.handle({ tenant: trondheim, processInstanceId, command });
  const told = (outcome: CommandOutcome): string => (outcome.ok ? 'ok' : outcome.rejection.reason);
  return {
    world,
    runtime,
    desk,
    handle,
    begin: async (count, variables = {}) => {
      const ids = Array.from({ length: count }, newCase);
      await Promise.all(ids.map((id) => handler.handle(start(id, { key: 'arkivering', variables }))));
      return ids;
    },
    take: (worker, maxJobs = 1) =>
      desk.activate(trondheim, { types: ['arkiver'], worker, actor: robot, maxJobs, lockDuration: 'PT60S' }),
    fail: async (job, terms = {}) => {
      const row = await world.jobBook.find(trondheim, job.id);
      if (row === undefined) throw new Error('Expected the job to be known');
      const failed = await desk.failure(trondheim, row, { message: 'Arkivet svarer ikke', ...terms });
      return told(await handle(job.processInstanceId, { ...failed, fencingToken: job.fencingToken, actor: robot }));
    },
    complete: async ({ id: jobId, processInstanceId, fencingToken }, variables = {}) =>
      told(await handle(processInstanceId, { type: 'CompleteJob', jobId, fencingToken, variables, actor: robot })),
    incidents: async (id) =>
      [...((await world.snapshot(trondheim, id))?.incidents.values() ?? [])].map(({ code }) => code),
  };
}
