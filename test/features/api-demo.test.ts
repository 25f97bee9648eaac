import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

describe('in a demo', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await createApiWorld();
    await world.as('siv').post('process-instances', { process: 'boligtildeling' }).expect(201);
    await world.settle();
  });
  afterAll(() => world.stop());

  it('the clock is moved a day forward, once for each Idempotency-Key', async () => {
    const ask = () => world.as('kari').post('demo/clock/advance', { by: 'day' }).set('idempotency-key', 'en-dag');

    const first = await ask().expect(200);
    const again = await ask().expect(200);

    expect(first.body).toEqual({ now: '2026-11-24T08:00:00.000Z', today: '2026-11-24', canAdvance: true });
    expect(again.body).toEqual(first.body);
    await world.as('kari').get('demo/clock').expect(200, first.body);
  });

  it('the clock is moved once when the same request comes twice at the same moment', async () => {
    const ask = () => world.as('kari').post('demo/clock/advance', { by: 'day' }).set('idempotency-key', 'to-trykk');

    const [one, other] = await Promise.all([ask().expect(200), ask().expect(200)]);

    expect([one.body.today, other.body.today]).toEqual(['2026-11-25', '2026-11-25']);
  });

  it('the next thing that falls due happens when we go there, and is told on the case page', async () => {
    const { body } = await world.as('kari').post('demo/clock/advance', { by: 'next-deadline' }).expect(200);

    const [task] = (await world.as('kari').get('user-tasks?filter=unit')).body.items;
    const detail = await world.as('kari').get(`user-tasks/${task.id}`).expect(200);
    expect(body.now > '2026-11-25T08:00:00.000Z').toBe(true);
    expect(detail.body.reminders.length).toBeGreaterThan(0);
  });

  it('a way to travel that does not exist is refused: 400', async () => {
    await world.as('kari').post('demo/clock/advance', { by: 'year' }).expect(400);
  });

  it('the mailbox is open to everybody', async () => {
    const { body } = await world.as('siv').get('demo/mailbox').expect(200);

    expect(body).toEqual({ items: [] });
    await world.as('siv').get('demo/mailbox/finnes-ikke').expect(404);
  });

  it('says so to whoever logs in', async () => {
    const { body } = await world.as('siv').get('me').expect(200);
    expect(body).toMatchObject({
      id: 'siv',
      name: 'Siv Dahl',
      groups: ['soker'],
      municipality: 'Trondheim kommune',
      demo: true,
    });
  });
});

describe('outside a demo', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await createApiWorld({ demo: false });
  });
  afterAll(() => world.stop());

  it.each(['demo/clock', 'demo/mailbox', 'demo/mailbox/1'])('%s is closed: 403', async (path) => {
    const { status, body } = await world.as('kari').get(path);

    expect({ status, code: body.code }).toEqual({ status: 403, code: 'not-in-demo' });
  });

  it('time is not moved: 403, nothing is changed', async () => {
    const before = await world.digest();

    const { status, body } = await world.as('kari').post('demo/clock/advance', { by: 'week' });

    expect({ status, code: body.code }).toEqual({ status: 403, code: 'not-in-demo' });
    expect(await world.digest()).toBe(before);
  });
});
