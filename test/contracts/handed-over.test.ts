import type { ClaimedEffect, CommandRequest } from '../../src/runtime/ports.js';
import type { Id } from '../../src/shared/id.js';
import { idOf } from '../../src/shared/id.js';
import { accepted, newCase, start } from '../support/contract-commands.js';
import { processesIn } from '../support/contract-processes.js';
import { quietRuntime } from '../support/quiet-runtime.js';
import { PostgresOutbox } from '../../src/store/outbox/postgres-outbox.js';
import { createPostgresWorld, implementations, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

/** `jobs` service tasks in a row; after the first, `between`. */
const chainOf = (jobs: number, between = ''): string => {
  const ids = Array.from({ length: jobs }, (_, place) => `jobb${place + 1}`);
  const stops = ['fra', ...ids.slice(0, 1), ...(between === '' ? [] : ['mellom']), ...ids.slice(1), 'til'];
  const flows = stops.slice(1).map((to, place) => {
    const from = stops[place] ?? '';
    return `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
    id="kjede-definisjon" targetNamespace="https://boligflyt.no">
  <bpmn:process id="kjede" name="Kjede" isExecutable="true">
    <bpmn:startEvent id="fra" />
    ${ids.map((id) => `<bpmn:serviceTask id="${id}" name="${id}" boligflyt:jobType="tell" />`).join('')}
    ${between}
    <bpmn:endEvent id="til" />
    ${flows.join('')}
  </bpmn:process>
</bpmn:definitions>`;
};

const person = '<bpmn:userTask id="mellom" name="Se over" boligflyt:candidateGroups="hvk" />';

describe.each(implementations)('an effect that is settled by a command on %s', (_name, createWorld) => {
  let world: StoreWorld;
  let id: Id<'ProcessInstance'>;
  beforeEach(async () => {
    world = await createWorld();
  }, 180_000);
  afterEach(() => world.stop());

  const begin = async (xml: string): Promise<ClaimedEffect> => {
    await world.definitions.deploy(trondheim, { by: idOf('ada'), processes: await processesIn(xml), forms: [] });
    id = newCase();
    accepted((await world.store.change(trondheim, [start(id, { key: 'kjede' })]))[0]);
    const [claimed] = await world.outbox.claimEffects(trondheim, 1);
    if (claimed === undefined) throw new Error('Expected a job to wait');
    return claimed;
  };
  const complete = ({ id: effectId, effect }: ClaimedEffect, takesNext: boolean): CommandRequest => ({
    tenant: trondheim,
    processInstanceId: id,
    command: {
      type: 'CompleteJob',
      jobId: effect.type === 'CreateJob' ? effect.jobId : idOf('ingen'),
      variables: {},
      actor: { id: idOf('system'), groups: [] },
    },
    settles: { id: effectId, takesNext },
  });
  const impatient = () => world.outboxWith({ leaseSeconds: -1, restSeconds: () => 0 });

  it('is done with the command: nobody gets it, even when its claim runs out', async () => {
    const first = await begin(chainOf(1));

    const [outcome] = await world.store.change(trondheim, [complete(first, false)]);

    expect(accepted(outcome).instance.state).toBe('completed');
    expect(await impatient().claimEffects(trondheim, 10)).toEqual([]);
  });

  it('stays claimed when the command is refused', async () => {
    const first = await begin(chainOf(1));
    const stale = { ...complete(first, true), expectedRevision: 99 };

    const [outcome] = await world.store.change(trondheim, [stale]);

    expect(outcome?.ok).toBe(false);
    expect(await world.outbox.claimEffects(trondheim, 10)).toEqual([]);
    await world.outbox.markFailed(first, 'Prøv igjen');
    expect(await world.outbox.claimEffects(trondheim, 10)).toMatchObject([{ id: first.id, attempt: 2 }]);
  });

  it('brings the next job with it, as the first attempt of the same worker', async () => {
    const first = await begin(chainOf(2));

    const { claimed = [], instance } = accepted((await world.store.change(trondheim, [complete(first, true)]))[0]);

    const [job] = instance.jobs.values();
    expect(claimed).toMatchObject([
      { tenant: trondheim, processInstanceId: id, attempt: 1, effect: { type: 'CreateJob', jobId: job?.id } },
    ]);
    expect(claimed[0]?.at).toBe('2026-11-23T09:00:00.000Z');
    expect(await world.outbox.claimEffects(trondheim, 10)).toEqual([]);
  });

  it('leaves the next job to everybody when the worker does not want it', async () => {
    const first = await begin(chainOf(2));

    const { claimed } = accepted((await world.store.change(trondheim, [complete(first, false)]))[0]);

    expect(claimed).toBeUndefined();
    expect(await world.outbox.claimEffects(trondheim, 10)).toMatchObject([{ attempt: 1, effect: { node: 'jobb2' } }]);
  });

  it('hands over nothing where a person must be told first', async () => {
    const first = await begin(chainOf(2, person));

    const { claimed } = accepted((await world.store.change(trondheim, [complete(first, true)]))[0]);

    expect(claimed).toBeUndefined();
    expect(await world.outbox.claimEffects(trondheim, 10)).toMatchObject([{ effect: { type: 'Notify' } }]);
  });

  it('lets a handed job fail and rest like any other, and counts both attempts', async () => {
    const first = await begin(chainOf(2));
    const { claimed = [] } = accepted((await world.store.change(trondheim, [complete(first, true)]))[0]);

    for (const handed of claimed) await world.outbox.markFailed(handed, 'Arkivet svarer ikke');

    expect(await world.outbox.claimEffects(trondheim, 10)).toMatchObject([{ id: claimed[0]?.id, attempt: 2 }]);
  });

  it('carries 40 jobs of a case to its end in one go, each once', async () => {
    await world.definitions.deploy(trondheim, {
      by: idOf('ada'),
      processes: await processesIn(chainOf(40)),
      forms: [],
    });
    const runtime = quietRuntime(world);
    const told: string[] = [];
    runtime.jobs.register({ type: 'tell', run: async ({ node }) => (told.push(node), {}) });
    id = newCase();
    accepted(await runtime.handler.handle(start(id, { key: 'kjede' })));

    await runtime.dueWork.drain(trondheim);

    expect(told).toEqual(Array.from({ length: 40 }, (_, place) => `jobb${place + 1}`));
    expect((await world.snapshot(trondheim, id))?.state).toBe('completed');
    expect(await impatient().claimEffects(trondheim, 100)).toEqual([]);
  });
});

it('counts a handed job that took its worker down at its first attempt: after the next one it is claimed alone', async () => {
  const world = await createPostgresWorld();
  const xml = chainOf(2);
  await world.definitions.deploy(trondheim, { by: idOf('ada'), processes: await processesIn(xml), forms: [] });
  const [poison, calm] = [newCase(), newCase()];
  await world.store.change(trondheim, [start(poison, { key: 'kjede' })]);
  const [first] = await world.outbox.claimEffects(trondheim, 1);
  const jobId = first?.effect.type === 'CreateJob' ? first.effect.jobId : idOf<'Job'>('ingen');
  const command = {
    type: 'CompleteJob',
    jobId,
    variables: {},
    actor: { id: idOf<'Actor'>('system'), groups: [] },
  } as const;
  const settles = { id: first?.id ?? '', takesNext: true };
  await world.store.change(trondheim, [{ tenant: trondheim, processInstanceId: poison, command, settles }]);
  const restarted = new PostgresOutbox(world.pool, { leaseSeconds: 0, restSeconds: () => 0 });
  await restarted.forgetClaims(trondheim);

  expect(await restarted.claimEffects(trondheim, 10)).toMatchObject([{ processInstanceId: poison, attempt: 2 }]);
  await world.store.change(trondheim, [start(calm, { key: 'kjede' })]);
  expect(await restarted.claimEffects(trondheim, 10)).toMatchObject([{ processInstanceId: calm }]);
  await world.stop();
}, 180_000);
