import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { layInPost, sendDecision, type SentDecision } from '../support/sent-decision.js';

let world: ApiWorld;
let sent: SentDecision;
const siv = { name: 'Siv Dahl', channel: 'paper', address: 'Eksempelvegen 1, 7010 Trondheim' };
beforeEach(async () => {
  world = await createApiWorld();
  await world
    .as('kari')
    .post('persons', { id: 'siv', ...siv })
    .expect(201);
  sent = await sendDecision(world, createCaseworker(world, 'kari'));
});
afterEach(() => world.stop());

const waiting = async (person = 'kari') => (await world.as(person).get('letters-to-post').expect(200)).body.items;
const post = (letters: readonly string[], postedOn = '2026-11-23', person = 'kari') =>
  world.as(person).post('letters-to-post/postings', { letters, postedOn });

it('has the letters that wait, with whom each goes to and where; those that were laid in the post are gone', async () => {
  const items = await waiting();
  await post([sent.receipt]).expect(200);

  expect(new Set(items.map(({ id }: { id: string }) => id))).toEqual(new Set([sent.receipt, sent.letter]));
  expect(items.find(({ id }: { id: string }) => id === sent.letter)).toMatchObject({
    ...{ title: 'Du har fått ja til kommunal bolig', recipient: 'Siv Dahl', address: siv.address, isProtected: false },
    ...{ caseId: sent.caseId, caseTitle: expect.stringContaining('Siv Dahl') },
  });
  expect(await waiting()).toMatchObject([{ id: sent.letter }]);
});

it('says from which day they count as having come: posted on Monday 23 November, on the 30th', async () => {
  const { body } = await post([sent.receipt, sent.letter]).expect(200);

  expect(body).toEqual({ posted: 2, arrivesOn: '2026-11-30' });
  expect(await waiting()).toEqual([]);
});

it('prints each as PDF, which is not that Siv has opened it; she reads who did', async () => {
  await world.as('kari').get(`letters/${sent.letter}/pdf`).expect(200);
  await world.settle();

  expect((await world.as('siv').get(`decisions/${sent.decision}`).expect(200)).body.reachedOn).toBeNull();
  const { body } = await world.as('siv').get('me/reads').expect(200);
  expect(JSON.stringify(body.items[0])).toMatch(/Kari Nordli.*brev/s);
});

it('posts nothing where one of several does not wait: 404, and both are still on the list', async () => {
  await post([sent.letter, 'finnes-ikke']).expect(404);

  expect(await waiting()).toHaveLength(2);
});

it.each([
  ['a day to come', '2026-11-24'],
  ['a day before the letter was written', '2026-11-22'],
])('refuses %s: 400', async (_, postedOn) => {
  const { body } = await post([sent.letter], postedOn).expect(400);

  expect(body.errors).toMatchObject([{ path: 'postedOn' }]);
  expect(await waiting()).toHaveLength(2);
});

it('answers the same key with the first answer, and keeps the first day where two post it', async () => {
  const ask = () => post([sent.letter]).set('idempotency-key', 'post-1').expect(200);

  const [first, again] = [await ask(), await ask()];

  expect(again.body).toEqual(first.body);
  await post([sent.letter]).expect(404);
});

it('is for whoever reads the case by their unit: Bjørn sees them too; Nina of NAV has none of this case, and nobody else a list', async () => {
  expect(await waiting('bjorn')).toHaveLength(2);
  expect(await waiting('nina')).toEqual([]);
  await post([sent.letter], '2026-11-23', 'nina').expect(404);
  for (const person of ['siv', 'berit', 'aud', 'ada', 'per', 'rita', 'knut', 'tor']) {
    await world.as(person).get('letters-to-post').expect(403);
    await post([sent.letter], '2026-11-23', person).expect(403);
  }
});

it('says of somebody with a protected address that it is not here, to the group for it; to others there is no letter', async () => {
  const hidden = { ...siv, address: undefined, language: 'nb', protection: 'strengt-fortrolig' };
  await world.as('kari').post('persons/siv/change', hidden).set('if-match', '"1"').expect(200);

  expect(await waiting()).toEqual([]);
  expect(await waiting('kari+adressesperre')).toMatchObject([
    { recipient: 'Siv Dahl', address: null, isProtected: true },
    { isProtected: true },
  ]);
  await post([sent.letter]).expect(404);
});

it('tells Siv, who reads who saw her data, that her letters were on the list', async () => {
  await layInPost(world);

  const { body } = await world.as('siv').get('me/reads').expect(200);
  expect(JSON.stringify(body.items)).toMatch(/Kari Nordli.*brev/s);
});

describe('letters that were written on Monday 23 November and lie unposted', () => {
  const advance = async (...steps: readonly ('day' | 'week')[]): Promise<void> => {
    for (const by of steps) await world.as('kari').post('demo/clock/advance', { by }).expect(200);
    await world.settle();
  };
  const heard = async (person: string): Promise<readonly string[]> => {
    const { body } = await world.as(person).get('me/notices').expect(200);
    return body.items
      .filter(({ subject }: { subject: string }) => subject === 'Brev ligger og skulle vært i posten')
      .map(({ sentAt }: { sentAt: string }) => sentAt.slice(0, 10))
      .toSorted();
  };

  it('are told of once for both: to Kari, who has the case, on Wednesday the 25th, and to Liv, who leads the office, on Friday the 27th', async () => {
    await advance('day');
    expect([await heard('kari'), await heard('liv')]).toEqual([[], []]);
    expect(
      (await waiting()).map(({ postBy, isLate }: { postBy: string; isLate: boolean }) => [postBy, isLate]),
    ).toEqual([
      ['2026-11-24', false],
      ['2026-11-24', false],
    ]);

    await advance('day', 'day', 'day');

    expect([await heard('kari'), await heard('liv')]).toEqual([['2026-11-25'], ['2026-11-27']]);
    expect((await waiting()).map(({ isLate }: { isLate: boolean }) => isLate)).toEqual([true, true]);
  });

  it('are told of no more when they were laid in the post on the 25th', async () => {
    await advance('day', 'day');
    await layInPost(world, '2026-11-25');

    await advance('week');

    expect([await heard('kari'), await heard('liv')]).toEqual([['2026-11-25'], []]);
  });

  it('are told of once by two servers that look at the same moment', async () => {
    const twin = await world.twin();
    await advance('day');

    const wind = (as: ApiWorld['as']) => as('kari').post('demo/clock/advance', { by: 'day' });
    await Promise.all([wind(world.as), wind(twin)]);
    await world.settle();

    expect(await heard('kari')).toEqual(['2026-11-25']);
  });
});
