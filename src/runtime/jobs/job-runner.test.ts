import { processesIn } from '../../../test/support/contract-processes.js';
import { newCase, start } from '../../../test/support/contract-commands.js';
import { tun } from '../../../test/support/register-records.js';
import { createMemoryWorld, trondheim } from '../../../test/support/store-world.js';
import { idOf } from '../../shared/id.js';
import { CommandHandler } from '../command-handler.js';
import type { RegisterStep } from '../homes/register-step.js';
import { RegisterWork, WorkError } from './job-handler.js';
import type { JobHandler } from './job-handler.js';
import { runJob, type ClaimedJob } from './job-runner.js';
import { restSeconds } from './job-terms.js';

const withRetries = (retries: string, caught = 'FULLT'): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="d" targetNamespace="https://boligflyt.no">
  <bpmn:error id="feil" name="feil" errorCode="${caught}" />
  <bpmn:process id="arkivering" name="Arkivering" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="arkiver" name="Arkiver" boligflyt:jobType="arkiver" boligflyt:retries="${retries}" />
    <bpmn:boundaryEvent id="avvist" attachedToRef="arkiver"><bpmn:errorEventDefinition errorRef="feil" /></bpmn:boundaryEvent>
    <bpmn:endEvent id="slutt" /><bpmn:endEvent id="ikke-arkivert" />
    <bpmn:sequenceFlow id="c" sourceRef="avvist" targetRef="ikke-arkivert" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="arkiver" /><bpmn:sequenceFlow id="b" sourceRef="arkiver" targetRef="slutt" />
  </bpmn:process>
</bpmn:definitions>`;

/** A case whose only effect is the job of a task with these retries. */
async function caseWithJob(retries: string, caught?: string) {
  const world = await createMemoryWorld();
  await world.definitions.deploy(trondheim, {
    by: idOf('ada'),
    processes: await processesIn(withRetries(retries, caught)),
    forms: [],
  });
  const handler = new CommandHandler(world.store);
  const id = newCase();
  await handler.handle(start(id, { key: 'arkivering' }));
  const claim = async (): Promise<ClaimedJob> => {
    const [claimed] = await world.outbox.claimEffects(trondheim, 1);
    if (claimed?.effect.type !== 'CreateJob') throw new Error('Expected a job to wait');
    return { ...claimed, effect: claimed.effect, takesNext: false };
  };
  const attempt = async (work: JobHandler): Promise<string | undefined> => {
    const claimed = await claim();
    const failure = await runJob(handler, work, claimed).then(
      () => undefined,
      (error: Error) => error.message,
    );
    await (failure === undefined ? world.outbox.markDone(claimed) : world.outbox.markFailed(claimed, failure));
    return failure;
  };
  const incidents = async () =>
    [...((await world.snapshot(trondheim, id))?.incidents.values() ?? [])].map(({ message }) => message);
  const ended = () => world.snapshot(trondheim, id);
  const passed = async () =>
    (await world.journal(trondheim, id)).flatMap((event) => (event.type === 'NodeEntered' ? event.node : []));
  return { attempt, claim, incidents, ended, passed, world };
}

const broken: JobHandler = { type: 'arkiver', run: () => Promise.reject(new Error('Arkivet svarer ikke')) };

it('tries as often as the diagram says, here 2 times, and then stops the case with an incident', async () => {
  const { attempt, incidents } = await caseWithJob('2');

  expect(await attempt(broken)).toBe('Arkivet svarer ikke');
  expect(await incidents()).toEqual([]);
  expect(await attempt(broken)).toBeUndefined();
  expect(await incidents()).toEqual(['Arkivet svarer ikke']);
});

it('tries 7 times where the diagram wants it, past the usual 5', async () => {
  const { attempt, incidents } = await caseWithJob('7');

  for (let failed = 1; failed <= 6; failed += 1) expect(await attempt(broken)).toBe('Arkivet svarer ikke');
  expect(await incidents()).toEqual([]);
  expect(await attempt(broken)).toBeUndefined();
  expect(await incidents()).toEqual(['Arkivet svarer ikke']);
});

it('tells how long to wait between the attempts where the diagram says R3/PT10M', async () => {
  const { claim } = await caseWithJob('R3/PT10M');

  expect((await claim()).effect).toMatchObject({ retries: 3, retryAfter: 'PT10M' });
});

it('counts an attempt that does not end in time as failed', async () => {
  const { attempt, incidents } = await caseWithJob('1');

  await attempt({ type: 'arkiver', timeout: 'PT0.01S', run: () => new Promise(() => undefined) });

  expect(await incidents()).toEqual(["Expected job 'arkiver' to end within 0.01 seconds, but it did not"]);
});

it('rests 1, 4, 16, 64, 256 and then 300 seconds after a failure, and up to half as long again, each job its own', () => {
  const rests = [1, 2, 3, 4, 5, 6].map((attempt) => restSeconds('sak-1', attempt));

  [1, 4, 16, 64, 256, 300].forEach((least, index) => {
    expect(rests[index]).toBeGreaterThanOrEqual(least);
    expect(rests[index]).toBeLessThanOrEqual(least * 1.5);
  });
  expect(new Set(Array.from({ length: 100 }, (_, job) => restSeconds(`sak-${job}`, 3))).size).toBeGreaterThan(90);
});

describe('a worker that changes registers', () => {
  const unsafe = {
    ...{ id: idOf<'ProcessInstance'>('melding-1'), building: tun, revision: 1 },
    ...({ kind: 'brak', anonymous: true, state: 'meldt' } as const),
  };
  const refuse =
    (reason: 'record-not-found' | 'dwelling-taken'): RegisterStep['decide'] =>
    () => ({
      ok: false,
      rejection: { reason, record: tun },
    });
  const step = (decide: RegisterStep['decide']): JobHandler => ({
    type: 'arkiver',
    run: async () => new RegisterWork({ buildings: [tun], decide }, { eget: 1 }),
  });

  it('gives the case what the step gives beside its own variables, and writes both or neither', async () => {
    const { attempt, ended, world } = await caseWithJob('1');

    await attempt(
      step((_records, { at }) => ({
        ok: true,
        changes: [{ change: 'utrygghet', report: { ...unsafe, reportedAt: at } }],
        gives: { fort: true },
      })),
    );

    expect(await ended()).toMatchObject({ state: 'completed', finalVariables: { eget: 1, fort: true } });
    expect(await world.homes.safetyReports(trondheim, tun)).toMatchObject([{ id: 'melding-1' }]);
  });

  it('ends in the BPMN error of the reason when the step is refused, at the first attempt and with nothing written', async () => {
    const { attempt, ended, passed, incidents, world } = await caseWithJob('5', 'record-not-found');

    expect(await attempt(step(refuse('record-not-found')))).toBeUndefined();

    expect(await incidents()).toEqual([]);
    expect(await ended()).toMatchObject({ state: 'completed' });
    expect(await passed()).toContain('ikke-arkivert');
    expect(await world.homes.safetyReports(trondheim, tun)).toEqual([]);
  });

  it('stops the case with an incident where nothing catches the error, as a worker does that throws one', async () => {
    const refused = await caseWithJob('5');
    await refused.attempt(step(refuse('dwelling-taken')));
    const thrown = await caseWithJob('5');
    await thrown.attempt({ type: 'arkiver', run: () => Promise.reject(new WorkError('ukjent', 'Finnes ikke')) });

    expect(await refused.incidents()).toEqual([expect.stringContaining('dwelling-taken')]);
    expect(await thrown.incidents()).toEqual([expect.stringContaining('Finnes ikke')]);
  });
});
