import { systemActor } from '../../src/runtime/system-actor.js';
import { idOf } from '../../src/shared/id.js';
import { jobWorldOn } from '../support/job-world.js';
import type { JobWorld } from '../support/job-world.js';
import { implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

// It is nine on a Monday, and stays so until somebody moves the clock.
const [inAMinute, afterTheLease] = ['2026-11-23T09:01:00.000Z', '2026-11-23T09:01:00.001Z'] as const;

describe.each(implementations)('the job book on %s', (_name, createWorld) => {
  let world: StoreWorld;
  let jobs: JobWorld;
  beforeEach(async () => {
    world = await createWorld();
    jobs = await jobWorldOn(world);
  }, 180_000);
  afterEach(() => world.stop());

  const one = async (worker = 'robot-1') => {
    const [job] = await jobs.take(worker);
    if (job === undefined) throw new Error('Expected a job');
    return job;
  };
  const stateOf = async (id: string) => (await world.jobBook.find(trondheim, idOf(id)))?.state;

  it('gives each of 200 jobs to one of 20 workers that race for them', async () => {
    const ids = await jobs.begin(200);

    const taken = await Promise.all(Array.from({ length: 20 }, (_, number) => jobs.take(`robot-${number}`, 10)));

    expect(taken.map(({ length }) => length)).toEqual(Array.from({ length: 20 }, () => 10));
    const cases = taken.flat().map(({ processInstanceId }) => processInstanceId);
    expect([...cases].sort()).toEqual([...ids].sort());
    expect(await jobs.take('robot-21', 10)).toEqual([]);
  }, 180_000);

  it('tells the worker what the job is about, under a key that stays, and forgets it when the work is done', async () => {
    const [id] = await jobs.begin(1, { navn: 'Siv' });

    const job = await one();

    expect(job).toMatchObject({
      ...{ processInstanceId: id, process: 'arkivering', node: 'arkiver', type: 'arkiver', variables: { navn: 'Siv' } },
      ...{ fencingToken: 1, attempts: 1, mostAttempts: 5, leaseUntil: inAMinute },
    });
    expect(await jobs.complete(job, { journalpost: 7 })).toBe('ok');
    expect(await stateOf(job.id)).toBe('done');
    expect((await world.snapshot(trondheim, job.processInstanceId))?.finalVariables).toMatchObject({ journalpost: 7 });
    expect(await world.jobBook.list(trondheim)).toEqual([]);
  });

  it('gives a job back when its lease has run out, and the late worker is refused', async () => {
    await jobs.begin(1);
    const lost = await one();

    expect(await jobs.take('robot-2')).toEqual([]);
    await world.clock.moveTo(trondheim, afterTheLease);
    const again = await one('robot-2');

    expect([again.id, again.fencingToken]).toEqual([lost.id, 2]);
    expect(await jobs.complete(lost)).toBe('stale-fencing-token');
    expect(await jobs.fail(lost)).toBe('stale-fencing-token');
    expect(await jobs.complete(again)).toBe('ok');
    expect(await jobs.complete(again)).toBe('process-instance-ended');
  });

  it('keeps a job for a worker that asks for more time', async () => {
    await jobs.begin(1);
    const { id: jobId, processInstanceId, fencingToken } = await one();
    const leaseUntil = '2026-11-23T09:05:00.000Z';
    await jobs.handle(processInstanceId, {
      type: 'ExtendJobLease',
      jobId,
      fencingToken,
      leaseUntil,
      actor: systemActor,
    });

    await world.clock.moveTo(trondheim, '2026-11-23T09:04:59.999Z');
    expect(await jobs.take('robot-2')).toEqual([]);
    await world.clock.moveTo(trondheim, leaseUntil);
    expect(await jobs.take('robot-2')).toHaveLength(1);
  });

  it('lets a failed job rest, longer each time, before the next attempt', async () => {
    await jobs.begin(1);
    await jobs.fail(await one());
    expect(await jobs.take('robot-1')).toEqual([]);
    expect((await world.jobBook.list(trondheim))[0]).toMatchObject({
      state: 'retrying',
      lastError: 'Arkivet svarer ikke',
    });

    await world.clock.moveTo(trondheim, '2026-11-23T09:00:01.500Z');
    await jobs.fail(await one());
    await world.clock.moveTo(trondheim, '2026-11-23T09:00:05.000Z');
    expect(await jobs.take('robot-1')).toEqual([]);
    await world.clock.moveTo(trondheim, '2026-11-23T09:00:08.000Z');
    expect((await one()).attempts).toBe(3);
  });

  it('makes an incident of the fifth failure, once, and leaves the neighbours their work', async () => {
    const [poisoned, ...others] = await jobs.begin(3);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const taken = await jobs.take('robot-1', 10);
      const job = taken.find(({ processInstanceId }) => processInstanceId === poisoned);
      if (job !== undefined) await jobs.fail(job, { retryAfter: 'PT0S' });
    }

    expect(poisoned && (await jobs.incidents(poisoned))).toEqual(['JOB_FAILED']);
    expect(await Promise.all(others.map((id) => jobs.incidents(id)))).toEqual([[], []]);
    expect((await world.jobBook.list(trondheim, 'failed')).map(({ attempts }) => attempts)).toEqual([5]);
    await world.clock.moveTo(trondheim, afterTheLease);
    expect(await jobs.take('robot-2', 10)).toHaveLength(2);
  });

  it('makes an incident of a job whose five workers all fell silent, and gives it to nobody else', async () => {
    const [id] = await jobs.begin(1);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await one()).fencingToken).toBe(attempt);
      await jobs.desk.giveUpOnSilent(trondheim);
      await world.clock.moveTo(trondheim, `2026-11-23T09:0${attempt}:00.000Z`);
    }

    expect(await jobs.take('robot-6')).toEqual([]);
    await jobs.desk.giveUpOnSilent(trondheim);
    await jobs.desk.giveUpOnSilent(trondheim);
    expect(id && (await jobs.incidents(id))).toEqual(['JOB_FAILED']);
  });

  it('begins to count anew when an operator has the job tried again, as often as is said', async () => {
    const [id] = await jobs.begin(1);
    await jobs.fail(await one(), { retries: 0 });
    const instance = id && (await world.snapshot(trondheim, id));
    const [incident] = instance?.incidents.values() ?? [];
    if (id === undefined || incident === undefined) throw new Error('Expected an incident');

    await jobs.handle(id, { type: 'ResolveIncident', incidentId: incident.id, retries: 2, actor: systemActor });

    expect(await one()).toMatchObject({ attempts: 1, mostAttempts: 2, fencingToken: 1 });
  });

  it('never gives a worker more attempts than are left, however many it asks for', async () => {
    await jobs.begin(1);
    for (let attempt = 1; attempt <= 4; attempt += 1) await jobs.fail(await one(), { retries: 99, retryAfter: 'PT0S' });

    expect(await one()).toMatchObject({ attempts: 5, mostAttempts: 5 });
  });

  it('hands out no job of a case that is stopped for a time, or has been cancelled, or is in another municipality', async () => {
    const [stopped, cancelled] = await jobs.begin(2);
    if (stopped === undefined || cancelled === undefined) throw new Error('Expected two cases');
    await jobs.handle(stopped, { type: 'SuspendProcessInstance', actor: systemActor });
    await jobs.handle(cancelled, { type: 'CancelProcessInstance', reason: 'Trukket', actor: systemActor });

    expect(await jobs.take('robot-1', 10)).toEqual([]);
    expect(await world.jobBook.list(orkland)).toEqual([]);
    expect(await world.jobBook.list(trondheim, 'cancelled')).toHaveLength(1);
    await jobs.handle(stopped, { type: 'ResumeProcessInstance', actor: systemActor });
    expect(await jobs.take('robot-1', 10)).toHaveLength(1);
  });

  it('waits as long as the diagram says, here R2/PT10M, and tries as often', async () => {
    const drawn = await jobWorldOn(world, 'boligflyt:retries="R2/PT10M"');
    const [id] = await drawn.begin(1);
    await drawn.fail(await one());
    await world.clock.moveTo(trondheim, '2026-11-23T09:09:59.999Z');
    expect(await drawn.take('robot-1')).toEqual([]);
    await world.clock.moveTo(trondheim, '2026-11-23T09:10:00.000Z');
    await drawn.fail(await one());

    expect(id && (await drawn.incidents(id))).toEqual(['JOB_FAILED']);
  });

  it('leaves jobs that are worked on outside to those workers', async () => {
    const [id] = await jobs.begin(1);
    await jobs.runtime.dueWork.drain(trondheim);

    expect(id && (await jobs.incidents(id))).toEqual([]);
    expect(await jobs.take('robot-1')).toHaveLength(1);
  });
});
