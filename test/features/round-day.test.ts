import { readFileSync } from 'node:fs';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

// One test goes on where the one before it stopped; it is Monday 23 November 2026 when the municipality begins.
let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
}, 120_000);
afterAll(() => world.stop());

const until = (to: string) => world.ports.demo?.travel.advance(idOf<'Tenant'>('trondheim'), { to });
const rounds = async (): Promise<readonly string[]> =>
  (await world.as('bjorn').get('rounds').expect(200)).body.items.map(({ on }: { on: string }) => on).toReversed();
const nextRound = async (): Promise<string> => {
  const { cadences } = (await world.as('siv').get('rules').expect(200)).body.settings;
  return cadences.find(({ process }: { process: string }) => process === 'ventelisterunde').nextAt;
};

async function choose(value: string): Promise<void> {
  const proposal = { value, why: 'Teamet er samlet den dagen.' };
  const { body } = await world.as('kari').post('local-choices/rundedag/proposals', proposal).expect(201);
  await world.settle();
  const decided = { valgTasIBruk: true, valgBegrunnelse: 'Da er alle på jobb.' };
  await createCaseworker(world, 'knut').does(body.processInstanceId, 'Avgjør om valget skal tas i bruk', decided);
  await world.settle();
}

it('begins on Tuesdays as it is delivered', async () => {
  await until('2026-11-25T12:00:00.000Z');

  expect(await rounds()).toEqual(['2026-11-24']);
  expect(await nextRound()).toBe('2026-12-01T08:00:00.000Z');
});

it('begins on Thursday where the municipality chooses that on a Wednesday: nine days after the round of that week, once a week from then on', async () => {
  await choose('Thursday');

  expect(await nextRound()).toBe('2026-12-03T08:00:00.000Z');
  await until('2026-12-11T12:00:00.000Z');
  expect(await rounds()).toEqual(['2026-11-24', '2026-12-03', '2026-12-10']);
});

it('stays on Thursdays when a new version of the diagram is deployed', async () => {
  const bpmn = readFileSync('workflows/ventelisterunde/ventelisterunde.bpmn', 'utf8');
  const content = bpmn.replace('name="Runden er lukket"', 'name="Runden er ferdig"');
  await world
    .as('ada')
    .post('definitions', { files: [{ name: 'ventelisterunde.bpmn', content }] })
    .expect(201);

  expect(await nextRound()).toBe('2026-12-17T08:00:00.000Z');
});

it('never has two rounds at once: back to Tuesday is twelve days after the last Thursday, and no round is left out after that', async () => {
  await choose('Tuesday');

  expect(await nextRound()).toBe('2026-12-22T08:00:00.000Z');
  await until('2026-12-30T12:00:00.000Z');
  expect(await rounds()).toEqual(['2026-11-24', '2026-12-03', '2026-12-10', '2026-12-22', '2026-12-29']);
});
