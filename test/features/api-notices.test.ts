import { messageIdOf } from '../../src/cases/mail-sender.js';
import { noticeListSchema } from '../../src/contract/notice.contract.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
let id = '';
beforeAll(async () => {
  world = await createApiWorld();
  const started = await world.as('siv').post('process-instances', { process: 'boligtildeling' });
  id = started.body.processInstanceId;
  await world.settle();
}, 240_000);
afterAll(() => world.stop());

describe('the messages of a case', () => {
  it('say to staff by which channel, whether they were sent and when', async () => {
    const { body } = await world.as('kari').get(`process-instances/${id}/notices`).expect(200);

    const { items } = noticeListSchema.parse(body);
    expect(items).toEqual(body.items);
    const toKari = items.find(({ to, kind }) => to === 'kari' && kind === 'task-available');
    expect(toKari).toMatchObject({ channel: 'email', state: 'sent', stateText: 'Sendt', attempts: 1 });
    expect(toKari?.sentAt).toBe('2026-11-23T08:00:00.000Z');
  });

  it('show the applicant those to herself, strangers nothing, and everybody their own', async () => {
    const { body: toSiv } = await world.as('siv').get(`process-instances/${id}/notices`).expect(200);
    await world.as('per').get(`process-instances/${id}/notices`).expect(404);
    const { body: mine } = await world.as('kari').get('me/notices').expect(200);

    expect(toSiv.items.every(({ to }: { to: string }) => to === 'siv')).toBe(true);
    expect(mine.items.length).toBeGreaterThan(0);
  });
});

describe('a message that came back', () => {
  it('is told by the mail gateway, seen by operators without what it is about, and by staff on the case', async () => {
    const { body } = await world.as('kari').get(`process-instances/${id}/notices`);
    const sent = body.items.find(({ state }: { state: string }) => state === 'sent');
    const bounce = { messageId: messageIdOf(sent.key), reason: '5.1.1 Ukjent mottaker' };

    await world.as('kari').post('notice-bounces', bounce).expect(403);
    await world.as('ada').post('notice-bounces', bounce).expect(200, { known: true });
    await world.as('ada').post('notice-bounces', bounce).expect(200, { known: false });

    const { body: seen } = await world.as('ada').get('undelivered-notices').expect(200);
    expect(seen.items).toMatchObject([
      { key: sent.key, state: 'bounced', stateText: 'Kom i retur', failure: '5.1.1 Ukjent mottaker', subject: '' },
    ]);
    await world.as('kari').get('undelivered-notices').expect(403);
  });
});

it('lets people choose language and digest, and say who stands in for them', async () => {
  const chosen = { language: 'nn', dailyDigest: true };
  await world.as('kari').post('me/notice-preference', chosen).expect(200, chosen);
  const absence = { fromOn: '2026-12-21', toOn: '2027-01-03', substitute: 'liv' };
  await world.as('kari').post('absences', absence).expect(201);

  await world.as('kari').get('me/notice-preference').expect(200, chosen);
  await world.as('bjorn').get('me/notice-preference').expect(200, { language: 'nb', dailyDigest: false });
  const { body } = await world.as('kari').get('absences').expect(200);
  expect(body.items).toMatchObject([{ ...absence, person: 'kari' }]);
});
