import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker, type Caseworker } from '../support/caseworker.js';
import { arrival, layInPost, sendDecision, type SentDecision } from '../support/sent-decision.js';

let world: ApiWorld;
let kari: Caseworker;
beforeEach(async () => {
  world = await createApiWorld();
  kari = createCaseworker(world, 'kari');
});
afterEach(() => world.stop());

const advance = async (...steps: readonly ('day' | 'week')[]): Promise<void> => {
  for (const by of steps) await world.as('kari').post('demo/clock/advance', { by }).expect(200);
  await world.settle();
};
const read = async (decision: string, person = 'kari') =>
  (await world.as(person).get(`decisions/${decision}`).expect(200)).body;
const correct = (decision: string, correction: object, person = 'kari') =>
  world.as(person).post(`decisions/${decision}/arrival-corrections`, correction);

/** Siv has chosen paper: her letter of Monday 23 November counts as having come on the 30th, and it is Tuesday now. */
async function counted(): Promise<SentDecision> {
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl', channel: 'paper' }).expect(201);
  const sent = await sendDecision(world, kari);
  await layInPost(world);
  await advance('week', 'day');
  return sent;
}

/** The day on which the clock of the appeal rings, as the case has it. */
async function ringsOn(caseId: string): Promise<readonly string[]> {
  const { body } = await world.as('kari').get(`process-instances/${caseId}`).expect(200);
  const clocks = body.timers.filter(({ node }: { node: string }) => node === 'klagefrist');
  return clocks.map(({ deadline }: { deadline: { dueOn: string } }) => deadline.dueOn);
}

it('moves the clock when the letter came a day later than the rule says: 1 December, 22 December is the last day', async () => {
  const { caseId, decision } = await counted();
  expect([(await read(decision)).actions.correctArrival, await ringsOn(caseId)]).toEqual([true, ['2026-12-21']]);

  await correct(decision, { arrivedOn: '2026-12-01', reason: 'Siv fikk brevet i dag, sier hun.' }).expect(200);
  await world.settle();

  expect(await read(decision)).toMatchObject({
    ...{ reachedOn: '2026-12-01', reachedHow: 'rettet', reachedBy: 'Kari Nordli' },
    ...{ reachedWhy: 'Siv fikk brevet i dag, sier hun.', appeal: { rule: 'D04', dueOn: '2026-12-22' } },
  });
  expect(await ringsOn(caseId)).toEqual(['2026-12-22']);
});

it('lets the case wait for the letter again when it came back; nobody is late until it has come', async () => {
  const { caseId, decision, letter } = await counted();

  await correct(decision, { reason: 'Brevet kom i retur.' }).expect(200);
  await world.settle();

  expect(await ringsOn(caseId)).toEqual([]);
  expect(await kari.openTasks(caseId)).toContain(arrival);
  expect(await read(decision)).toMatchObject({
    ...{ reachedOn: null, reachedHow: null, reachedBy: null, reachedWhy: null },
    appeal: { dueOn: null, inTime: true },
  });
  await advance('week');
  await world.as('siv').post(`letters/${letter}/openings`, {}).expect(200);
  await world.settle();
  expect(await read(decision)).toMatchObject({ reachedOn: '2026-12-08', reachedHow: 'apnet' });
  expect(await ringsOn(caseId)).toEqual(['2026-12-29']);
});

it('keeps in the case who corrected it and why', async () => {
  const { caseId, decision } = await counted();

  await correct(decision, { reason: 'Brevet kom i retur.' }).expect(200);

  const { body } = await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
  const said = body.items.filter(({ text }: { text: string }) => text.includes('Brevet kom i retur'));
  expect(said).toMatchObject([{ text: 'Kari Nordli skrev hvorfor: Brevet kom i retur.', actor: { id: 'kari' } }]);
});

it('is done once by the same key, and starts the clock anew where the time to appeal was over', async () => {
  const { caseId, decision } = await counted();
  await advance('week', 'week', 'week');
  expect(await ringsOn(caseId)).toEqual([]);
  const ask = () => {
    const correction = { arrivedOn: '2026-12-18', reason: 'Siv var på sykehus, og naboen tok imot brevet.' };
    return correct(decision, correction).set('idempotency-key', 'rettet-1').expect(200);
  };

  const [first, again] = [await ask(), await ask()];
  await world.settle();

  expect(again.body).toEqual(first.body);
  expect(await ringsOn(caseId)).toEqual(['2027-01-08']);
});

it('is refused before there is a day, and after Siv opened the letter herself: nothing is changed', async () => {
  const { decision, letter } = await sendDecision(world, kari);
  const reason = 'Brevet kom i retur.';
  const early = await correct(decision, { reason }).expect(409);
  await world.as('siv').post(`letters/${letter}/openings`, {}).expect(200);
  await world.settle();

  const late = await correct(decision, { reason }).expect(409);

  expect([early.body.code, late.body.code]).toEqual(['arrival-not-correctable', 'arrival-not-correctable']);
  expect(await read(decision)).toMatchObject({
    ...{ reachedOn: '2026-11-23', reachedHow: 'apnet' },
    actions: { correctArrival: false },
  });
});

it.each([
  ['Siv herself, who may say that it never came: 403', 'siv', {}, 403],
  ['a unit that does not decide: 403', 'bjorn', {}, 403],
  ['an empty reason: 400', 'kari', { reason: ' ' }, 400],
  ['a day to come: 400', 'kari', { arrivedOn: '2026-12-02' }, 400],
  ['a day before the decision: 400', 'kari', { arrivedOn: '2026-11-22' }, 400],
])('refuses %s', async (_, person, wrong, status) => {
  const { decision } = await counted();

  await correct(decision, { reason: 'Brevet kom i retur.', ...wrong }, person).expect(status);

  expect(await read(decision)).toMatchObject({ reachedOn: '2026-11-30', reachedHow: 'sendt-i-posten' });
});
