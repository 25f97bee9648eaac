import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker, type Caseworker } from '../support/caseworker.js';
import { arrival, layInPost, sendDecision } from '../support/sent-decision.js';

let world: ApiWorld;
let kari: Caseworker;
beforeEach(async () => {
  world = await createApiWorld();
  kari = createCaseworker(world, 'kari');
});
afterEach(() => world.stop());

/** Siv is registered, with the way to her that she has chosen. */
const register = (channel: 'digital' | 'paper') =>
  world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl', channel }).expect(201);
const advance = async (...steps: readonly ('day' | 'week')[]): Promise<void> => {
  for (const by of steps) await world.as('kari').post('demo/clock/advance', { by }).expect(200);
  await world.settle();
};
const read = async (decision: string) => (await world.as('siv').get(`decisions/${decision}`).expect(200)).body;
const told = async (caseId: string): Promise<readonly string[]> => {
  const { body } = await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
  return body.items.flatMap(({ text }: { text: string }) =>
    text.includes('brevet med vedtaket') || text.startsWith('Brevet med vedtaket') ? [text] : [],
  );
};
const sixDays = ['day', 'day', 'day', 'day', 'day', 'day'] as const;

describe('a decision that is posted on Monday 23 November to somebody who has chosen paper', () => {
  it('counts as having come on Monday 30 November, by itself: 21 December is the last day to appeal', async () => {
    await register('paper');
    const { caseId, decision } = await sendDecision(world, kari);
    await layInPost(world);

    await advance(...sixDays);
    expect(await kari.openTasks(caseId)).toContain(arrival);
    expect((await read(decision)).reachedOn).toBeNull();
    await advance('day');

    expect(await kari.openTasks(caseId)).not.toContain(arrival);
    expect(await read(decision)).toMatchObject({
      ...{ reachedOn: '2026-11-30', reachedHow: 'sendt-i-posten', reachedBy: null },
      appeal: { rule: 'D04', dueOn: '2026-12-21' },
    });
    expect(await told(caseId)).toEqual([
      'Brevet med vedtaket ble sendt i posten, og regnes som kommet fram nå. Klagefristen løper fra denne dagen.',
    ]);
  });

  it('says in the case, and to Siv, that it is to go by post, then when it was posted, and when it counts as having come', async () => {
    await register('paper');
    const { caseId, letter } = await sendDecision(world, kari);
    const shown = async (person: string, path: string) => {
      const { body } = await world.as(person).get(`${path}/${caseId}`).expect(200);
      return body.letters.find(({ id }: { id: string }) => id === letter);
    };
    const both = () => Promise.all([shown('kari', 'process-instances'), shown('siv', 'journeys')]);
    const before = await both();

    await layInPost(world);

    const waits = { byPost: true, postedOn: null, arrivesOn: null };
    expect(before).toMatchObject([waits, waits]);
    const posted = { byPost: true, postedOn: '2026-11-23', arrivesOn: '2026-11-30' };
    expect(await both()).toMatchObject([posted, posted]);
  });

  it('counts from the day it was laid in the post: on Wednesday 25 November, so on Wednesday 2 December', async () => {
    await register('paper');
    const { decision } = await sendDecision(world, kari);
    await advance('day', 'day', 'day');
    await layInPost(world, '2026-11-25');

    await advance('week');

    expect(await read(decision)).toMatchObject({ reachedOn: '2026-12-02', appeal: { dueOn: '2026-12-23' } });
  });

  it('starts no clock while nobody has laid it in the post: after two weeks Siv has lost nothing', async () => {
    await register('paper');
    const { caseId, decision } = await sendDecision(world, kari);

    await advance('week', 'week');

    expect(await kari.openTasks(caseId)).toContain(arrival);
    expect((await read(decision)).reachedOn).toBeNull();
  });

  it('counts from the day Siv opens it on the page, where that is before; the day in the rule changes nothing', async () => {
    await register('paper');
    const { caseId, decision, letter } = await sendDecision(world, kari);
    await layInPost(world);
    await advance('day', 'day');
    await world.as('siv').post(`letters/${letter}/openings`, {}).expect(200);

    await advance('week');

    expect(await read(decision)).toMatchObject({ reachedOn: '2026-11-25', reachedHow: 'apnet' });
    expect(await told(caseId)).toHaveLength(1);
  });

  it('counts from the day Kari wrote down, where she knows it came before', async () => {
    await register('paper');
    const { decision, caseId } = await sendDecision(world, kari);
    await layInPost(world);
    await advance('day', 'day', 'day');
    await kari.does(caseId, arrival, { vedtakMottattOn: '2026-11-26', mottakBevis: 'post' });

    await advance('week');

    expect(await read(decision)).toMatchObject({ reachedOn: '2026-11-26', reachedHow: 'post' });
  });

  it('starts one clock where two servers count it at the same moment', async () => {
    await register('paper');
    const { caseId, decision } = await sendDecision(world, kari);
    await layInPost(world);
    const twin = await world.twin();
    await advance(...sixDays);

    const wind = (as: ApiWorld['as']) => as('kari').post('demo/clock/advance', { by: 'day' });
    await Promise.all([wind(world.as), wind(twin)]);
    await world.settle();

    expect(await told(caseId)).toHaveLength(1);
    expect(await read(decision)).toMatchObject({ reachedOn: '2026-11-30', appeal: { dueOn: '2026-12-21' } });
  });
});

it('a letter to somebody who reads digitally waits for as long as nobody opens it: after two weeks the task is there', async () => {
  await register('digital');
  const { caseId, decision, letter } = await sendDecision(world, kari);

  await advance('week', 'week');

  const { body } = await world.as('kari').get(`process-instances/${caseId}`).expect(200);
  expect(body.letters.find(({ id }: { id: string }) => id === letter)).toMatchObject({ arrivesOn: null });
  expect(await kari.openTasks(caseId)).toContain(arrival);
  expect((await read(decision)).reachedOn).toBeNull();
});

it('a lawyer with nothing but an address gets the letter by post: it has come after five working days, though Siv reads digitally', async () => {
  await register('digital');
  const lawyer = { kind: 'fullmektig', name: 'Gatejuristen', fromOn: '2026-11-01', address: 'Eksempelvegen 1' };
  await world.as('kari').post('persons/siv/representatives', lawyer).set('if-match', '"1"').expect(200);
  const { decision } = await sendDecision(world, kari);
  const [toLawyer] = (await world.as('kari').get('letters-to-post').expect(200)).body.items;
  await layInPost(world);

  await advance('week');

  expect(toLawyer).toMatchObject({ recipient: 'Gatejuristen', address: 'Eksempelvegen 1', isProtected: false });
  expect(await read(decision)).toMatchObject({ reachedOn: '2026-11-30', reachedHow: 'sendt-i-posten' });
});
