import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

const mapping = {
  rettsgrunnlag: 'kommunal-bolig',
  behov: 'Stille',
  onsker: 'Nær bussen',
  trengerSamarbeidsmote: false,
};

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

const application = { process: 'boligtildeling' };
const casesOf = async (person: string) => (await world.as(person).get('process-instances')).body.items;

describe('the same request with the same Idempotency-Key', () => {
  it('starts one case and gives the first answer again', async () => {
    const ask = () => world.as('siv').post('process-instances', application).set('idempotency-key', 'soknad-1');
    const first = await ask().expect(201);
    await world.settle();
    const before = await world.digest();

    const again = await ask().expect(201);

    expect(again.body).toEqual(first.body);
    expect(await world.digest()).toBe(before);
    expect(await casesOf('siv')).toHaveLength(1);
  });

  it('starts one case when ten arrive at the same moment', async () => {
    const ask = () => world.as('liv').post('process-instances', application).set('idempotency-key', 'soknad-2');

    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    await world.settle();

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.processInstanceId)).size).toBe(1);
    expect(await casesOf('liv')).toHaveLength(2);
  });

  it('completes a task once, also when it is asked again long after', async () => {
    const task = await claimedTask('kari');
    const ask = () =>
      world
        .as('kari')
        .post(`user-tasks/${task}/complete`, { variables: mapping })
        .set('if-match', '"2"')
        .set('idempotency-key', 'gjort');
    const first = await ask().expect(200);
    await world.settle();
    const before = await world.digest();

    const again = await ask().expect(200);

    expect(again.body).toEqual(first.body);
    expect(await world.digest()).toBe(before);
  });

  it('is nobody else’s: the same key of another person is another key', async () => {
    const ask = (person: string) =>
      world.as(person).post('process-instances', application).set('idempotency-key', 'felles');

    const [siv, ola] = [await ask('siv').expect(201), await ask('ola').expect(201)];

    expect(siv.body.processInstanceId).not.toBe(ola.body.processInstanceId);
    await world.settle();
  });
});

describe('the same Idempotency-Key for another request', () => {
  it('is refused: 409, nothing is changed', async () => {
    await world.as('siv').post('process-instances', application).set('idempotency-key', 'en-gang').expect(201);
    await world.settle();
    const before = await world.digest();

    const other = { ...application, variables: { behov: 'Noe annet' } };
    const answer = await world.as('siv').post('process-instances', other).set('idempotency-key', 'en-gang');

    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 409, code: 'idempotency-key-reused' });
    expect(await world.digest()).toBe(before);
  });
});

describe('the same task done twice with different keys', () => {
  it('is refused the second time: 409, nothing is changed', async () => {
    const task = await claimedTask('kari');
    const ask = () =>
      world.as('kari').post(`user-tasks/${task}/complete`, { variables: mapping }).set('if-match', '"2"');
    await ask().expect(200);
    await world.settle();
    const before = await world.digest();

    const answer = await ask();

    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 409, code: 'user-task-ended' });
    expect(await world.digest()).toBe(before);
  });

  it('has one winner of eight at the same moment', async () => {
    const task = await claimedTask('liv');
    const ask = () =>
      world.as('liv').post(`user-tasks/${task}/complete`, { variables: mapping }).set('if-match', '"2"');

    const answers = await Promise.all(Array.from({ length: 8 }, ask));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(409)]);
  });

  it('is claimed by one of two: the other hears who was faster by 409', async () => {
    const task = await openTask();
    const answers = await Promise.all(
      ['kari', 'liv'].map((person) => world.as(person).post(`user-tasks/${task}/claim`)),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('user-task-claimed');
  });
});

/** An open mapping of a fresh application. */
async function openTask(): Promise<string> {
  const { body } = await world.as('kari').post('process-instances', application).expect(201);
  await world.settle();
  const page = await world.as('kari').get(`process-instances/${body.processInstanceId}`);
  return page.body.tasks[0].id;
}

async function claimedTask(person: string): Promise<string> {
  const task = await openTask();
  await world.as(person).post(`user-tasks/${task}/claim`).expect(200);
  return task;
}
