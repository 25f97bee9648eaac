import { messageIdOf } from '../../src/cases/mail-sender.js';
import { noticeListSchema } from '../../src/contract/notice.contract.js';
import { bounceMail } from '../support/bounce-mail.js';
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

describe('the mail of a mail server that a message came back', () => {
  const sentTo = async () => {
    const { body } = await world.as('kari').get(`process-instances/${id}/notices`);
    return noticeListSchema.parse(body).items.filter(({ state, channel }) => state === 'sent' && channel === 'email');
  };
  const tell = (mail: string) => world.as('ada').post('notice-bounces', { mail });

  it('says of the message late first, and that it came back then, with the code; the case shows both', async () => {
    const [sent] = await sentTo();
    const messageId = messageIdOf(sent?.key ?? '');
    const shown = async () => {
      const { body } = await world.as('kari').get(`process-instances/${id}/notices`);
      return noticeListSchema.parse(body).items.find(({ key }) => key === sent?.key);
    };

    await tell(bounceMail({ messageId, action: 'delayed', status: '4.2.2' })).expect(200, { known: true });
    expect(await shown()).toMatchObject({ state: 'sent', stateText: 'Sendt, men er forsinket', statusCode: '4.2.2' });

    await tell(bounceMail({ messageId, action: 'failed', status: '5.1.1' })).expect(200, { known: true });
    expect(await shown()).toMatchObject({
      ...{ state: 'bounced', stateText: 'Kom i retur', statusCode: '5.1.1', failure: 'Adressen finnes ikke.' },
    });
  });

  it('of no message of ours, of a forged id, or that is no report, changes nothing at all', async () => {
    const [sent] = await sentTo();
    const before = await world.as('ada').get('undelivered-notices');
    const forged = [
      bounceMail({ messageId: '<00000000000000000000000000000000@boligflyt>' }),
      bounceMail({ messageId: `${messageIdOf(sent?.key ?? '')}' or '1'='1` }),
      bounceMail({ messageId: messageIdOf(sent?.key ?? ''), action: 'delivered', status: '2.0.0' }),
      `Message-ID: ${messageIdOf(sent?.key ?? '')}\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
      'Jeg er på ferie.',
    ];
    for (const mail of forged) await tell(mail).expect(200, { known: false });
    await world.as('kari').post('notice-bounces', { mail: 'x' }).expect(403);
    await tell('x'.repeat(200_001)).expect(400);

    expect(await sentTo()).toContainEqual(sent);
    expect((await world.as('ada').get('undelivered-notices')).body).toEqual(before.body);
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
  expect(body.items).toMatchObject([{ ...absence, person: 'kari', substituteName: 'Liv Aune' }]);

  await world
    .as('kari')
    .post('absences', { ...absence, toOn: '2026-12-20' })
    .expect(400);
  await world
    .as('kari')
    .post('absences', { ...absence, substitute: 'ingen' })
    .expect(422);
  const { body: outsider } = await world
    .as('kari')
    .post('absences', { ...absence, substitute: 'siv' })
    .expect(422);
  expect(outsider.code).toBe('unknown-person');
  const colleagues = async (person: string) => (await world.as(person).get('me/colleagues').expect(200)).body.items;
  expect(await colleagues('kari')).toEqual([{ id: 'liv', name: 'Liv Aune' }]);
  expect(await colleagues('siv')).toEqual([]);
});

it('lets only the person change an absence or end it early, and nobody stands in from then on', async () => {
  const absence = { fromOn: '2026-11-23', toOn: '2026-11-30', substitute: 'liv' };
  const { body: made } = await world.as('bjorn').post('absences', absence).expect(201);
  const standsIn = async () => {
    const { body } = await world.as('bjorn').get('absences').expect(200);
    return body.items.map(({ substitute, toOn }: { substitute: string; toOn: string }) => [substitute, toOn]);
  };
  const changed = { id: made.id, ...absence, toOn: '2026-12-04', substitute: 'bente' };

  await world.as('kari').post('absences/change', changed).expect(404);
  await world.as('kari').post('absences/end', { id: made.id }).expect(404);
  expect(await standsIn()).toEqual([['liv', '2026-11-30']]);
  await world.as('bjorn').post('absences/change', changed).expect(200);
  expect(await standsIn()).toEqual([['bente', '2026-12-04']]);
  await world.as('bjorn').post('absences/end', { id: made.id }).expect(200, { id: made.id });

  expect(await standsIn()).toEqual([]);
  await world.as('bjorn').post('absences/change', changed).expect(404);
});
