import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import { beginArchiving, letOthersArchive } from '../support/archiving-case.js';
import type { ApiWorld } from '../support/api-world.js';
import { archiving } from '../support/job-world.js';
import { trondheim } from '../support/store-world.js';

const robot = 'robot+jobbarbeider';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await letOthersArchive(world);
});
afterAll(() => world.stop());

let started = 0;
const begin = (variables = {}) => beginArchiving(world, `arkivsak-${(started += 1)}`, variables);

const take = (wish = {}, who = robot) =>
  world.as(who).post('jobs/activate', { types: ['arkiver'], worker: 'arkivrobot-1', ...wish });
const advance = (period: string) => world.ports.demo?.travel.advance(trondheim, { period });
const takeOne = async () => (await take({ maxJobs: 1 }).expect(200)).body.jobs[0];

describe('a diagram whose work nobody does', () => {
  it('cannot be deployed until an operator has registered its job type', async () => {
    const content = archiving().replaceAll('"arkiver"', '"makuler"').replaceAll('arkivering', 'makulering');
    const deploy = () => world.as('ada').post('definitions', { files: [{ name: 'makulering.bpmn', content }] });

    expect((await deploy()).status).toBe(422);
    await world.as('kari').post('job-types', { type: 'makuler' }).expect(403);
    const { body } = await world.as('ada').post('job-types', { type: 'makuler' }).expect(200);
    expect(body.items).toContainEqual({ type: 'makuler', workedOn: 'outside' });
    expect(body.items).toContainEqual({ type: 'send-brev', workedOn: 'here' });
    expect((await deploy()).status).toBe(201);
  });
});

describe('a worker outside', () => {
  it('takes a job with what it may know of the case, does it, and the case goes on', async () => {
    const id = await begin({ journalpost: 7, hemmelig: 'ja' });

    const { body } = await take({ fetchVariables: ['journalpost'] }).expect(200);

    expect(body.jobs).toMatchObject([
      {
        ...{ processInstanceId: id, type: 'arkiver', node: 'arkiver', variables: { journalpost: 7 } },
        ...{ fencingToken: 1, attempt: 1, mostAttempts: 5, leaseUntil: '2026-11-23T08:01:00.000Z' },
      },
    ]);
    expect(body.jobs[0].variables).toEqual({ journalpost: 7 });
    await take().expect(200, { jobs: [] });
    const done = { fencingToken: 1, variables: { arkivert: true } };
    await world.as(robot).post(`jobs/${body.jobs[0].id}/complete`, done).expect(200);
    expect((await world.ports.cases.find(trondheim, idOf(id)))?.state).toBe('completed');
  });

  it('gets its first answer again when it says the same twice, and a refusal when it says it anew', async () => {
    await begin();
    const { id, fencingToken } = await takeOne();
    const complete = () => world.as(robot).post(`jobs/${id}/complete`, { fencingToken });

    const first = await complete().set('idempotency-key', `${id}-${fencingToken}`).expect(200);
    await complete().set('idempotency-key', `${id}-${fencingToken}`).expect(200, first.body);

    expect((await complete().expect(409)).body.code).toBe('process-instance-ended');
  });

  it('is refused by 409 stale-fencing-token when its lease ran out and another one has the job', async () => {
    await begin();
    const lost = await takeOne();
    await advance('PT60S');
    const held = await takeOne();

    expect([held.id, held.fencingToken]).toEqual([lost.id, 2]);
    for (const step of ['complete', 'extend', 'fail', 'error']) {
      const said = {
        fencingToken: 1,
        ...(step === 'fail' && { message: 'x' }),
        ...(step === 'error' && { code: 'X' }),
      };
      const { body } = await world.as(robot).post(`jobs/${lost.id}/${step}`, said).expect(409);
      expect(body.code).toBe('stale-fencing-token');
    }
    await world.as(robot).post(`jobs/${held.id}/complete`, { fencingToken: 2 }).expect(200);
  });

  it('keeps a job by extending its lease, by 5 minutes', async () => {
    await begin();
    const { id, fencingToken } = await takeOne();
    await world.as(robot).post(`jobs/${id}/extend`, { fencingToken, lockDuration: 'PT5M' }).expect(200);

    await advance('PT4M59S');
    await take().expect(200, { jobs: [] });
    const { body } = await world.as('ada').get('jobs').expect(200);
    expect(body.items).toMatchObject([{ id, state: 'leased', worker: 'arkivrobot-1', attempts: 1 }]);
    expect(JSON.stringify(body)).not.toContain('variables');
    await world.as(robot).post(`jobs/${id}/complete`, { fencingToken }).expect(200);
  });

  it('fails once, waits 10 minutes as it asked to, fails again for good: an incident, which an operator has tried 2 times more', async () => {
    await begin();
    const first = await takeOne();
    const said = { fencingToken: 1, message: 'Arkivet svarer ikke', retryAfter: 'PT10M' };
    await world.as(robot).post(`jobs/${first.id}/fail`, said).expect(200);
    await take().expect(200, { jobs: [] });
    await advance('PT10M');
    await takeOne();
    await world.as(robot).post(`jobs/${first.id}/fail`, { fencingToken: 2, message: 'Arkivet er fullt', retries: 0 });

    const stuck = await world.as('ada').get('incidents').expect(200);
    expect(stuck.body.items).toMatchObject([{ code: 'JOB_FAILED', attempts: 2, node: 'arkiver' }]);
    await world.as('ada').post(`incidents/${stuck.body.items[0].id}/resolve`, { retries: 2 }).expect(200);

    const again = await takeOne();
    expect(again).toMatchObject({ attempt: 1, mostAttempts: 2 });
    await world.as(robot).post(`jobs/${again.id}/complete`, { fencingToken: again.fencingToken }).expect(200);
    await world.as('ada').get('incidents').expect(200, { items: [], next: null });
  });

  it('says that the work ended in an error which the diagram catches', async () => {
    const id = await begin();
    const job = await takeOne();

    const error = { fencingToken: 1, code: 'FULLT', variables: { grunn: 'Arkivet er fullt' } };
    await world.as(robot).post(`jobs/${job.id}/error`, error).expect(200);

    const entries = await world.ports.cases.journal(trondheim, idOf(id));
    expect(entries.map(({ event }) => ('node' in event ? event.node : ''))).toContain('ikke-arkivert');
    expect((await world.ports.jobBook.find(trondheim, job.id))?.state).toBe('cancelled');
  });

  it('waits for a job that does not exist yet, and gets it as soon as it does', async () => {
    const waiting = take({ longPollMs: 20_000 }).then(({ body }) => body.jobs);
    const id = await begin();

    const [job] = await waiting;
    expect(job.processInstanceId).toBe(id);
    await world.as(robot).post(`jobs/${job.id}/complete`, { fencingToken: 1 }).expect(200);
  });
});

describe('a job', () => {
  it.each([
    ['an operator, who must not see what cases are about', 'ada', 403],
    ['a caseworker', 'kari', 403],
    ['a worker for something else', 'robot+jobbarbeider:send-brev', 403],
    ['a worker for this type only', 'robot+jobbarbeider:arkiver', 200],
    ['nobody', 'nobody', 401],
  ])('is asked for by %s (%s): %i', async (_, who, status) => {
    await take({}, who).expect(status);
  });

  it('that Boligflyt does itself is not handed out', async () => {
    const { body } = await take({ types: ['send-brev'] }).expect(422);
    expect(body.code).toBe('job-type-not-external');
  });

  it('cannot be answered for by a worker of another type, of another municipality, or by an operator', async () => {
    await begin();
    const { id, fencingToken } = await takeOne();
    const complete = (who: string) => world.as(who).post(`jobs/${id}/complete`, { fencingToken });

    for (const who of ['robot+jobbarbeider:send-brev', 'robot+jobbarbeider@orkland']) await complete(who).expect(404);
    for (const who of ['ada', 'kari']) await complete(who).expect(403);
    await complete(robot).expect(200);
  });
});
