import { enterDemoHomes } from '../../src/app/demo/demo-homes.js';
import { idOf } from '../../src/shared/id.js';
import { script } from '../story/script.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { playStory } from '../support/play-story.js';

const trondheim = idOf<'Tenant'>('trondheim');
const told = script.findIndex(({ does }) => does === 'varsle-naboer');

let world: ApiWorld;
let project = '';
// The pre-project of Nye småhus øst is done on Monday 2027-03-15.
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-08-31T08:00:00.000Z' });
  await enterDemoHomes(world.ports.homes.desk, trondheim);
  const { cases, refused } = await playStory(
    world,
    script.slice(0, told).filter((action) => action.in === 'prosjekt'),
  );
  if (refused.length > 0) throw new Error(`Expected a pre-project, but ${refused.join('; ')}`);
  project = cases.get('prosjekt') ?? '';
}, 240_000);
afterAll(() => world.stop());

const tor = () => createCaseworker(world, 'tor');
const until = async (to: string): Promise<void> => {
  await world.ports.demo?.travel.advance(trondheim, { to });
  await world.settle();
};
const deadlineOf = async (name: string) => {
  const { body } = await world.as('tor').get('user-tasks?filter=all').expect(200);
  return body.items.find((one: { name: string }) => one.name === name).deadline;
};

it('D36: neighbours who were told on 15 March 2027 have two weeks, past Easter Monday to the 30th; the application waits for them', async () => {
  await tor().does(project, 'Varsle naboene', { nabovarselOn: '2027-03-15' });
  await until('2027-03-30T20:00:00.000Z');
  expect(await tor().openTasks(project)).toEqual([]);

  await until('2027-03-31T08:00:00.000Z');
  expect(await tor().openTasks(project)).toEqual(['Send byggesøknad']);
});

it('D35: an application of 31 March is answered in 12 weeks, by 23 June; that they pass, gives no permission', async () => {
  await tor().does(project, 'Send byggesøknad', { byggesoknadOn: '2027-03-31', byggesakFrist: 'tolv-uker' });
  expect(await deadlineOf('Følg byggesaken')).toMatchObject({ rule: 'D35-12U', dueOn: '2027-06-23' });

  const deemed = { tillatelse: 'regnes-som-gitt', tillatelseOn: '2027-06-24' };
  const refused = await tor().tries(project, 'Følg byggesaken', deemed);

  expect([refused.status, refused.body.code]).toEqual([422, 'permission-not-deemed']);
});

it('D35: a refusal sends the application back; one with 3 weeks, to 21 April, may be deemed permitted, and building begins', async () => {
  const refusal = { tillatelse: 'avslag', tillatelseOn: '2027-03-31', tillatelseVilkar: 'For høye hus.' };
  await tor().does(project, 'Følg byggesaken', refusal);
  expect(await tor().openTasks(project)).toEqual(['Send byggesøknad']);

  await tor().does(project, 'Send byggesøknad', { byggesoknadOn: '2027-03-31', byggesakFrist: 'tre-uker' });
  expect(await deadlineOf('Følg byggesaken')).toMatchObject({ rule: 'D35-3U', dueOn: '2027-04-21' });
  await tor().does(project, 'Følg byggesaken', { tillatelse: 'regnes-som-gitt', tillatelseOn: '2027-04-22' });
  expect(await tor().openTasks(project)).toEqual(['Start byggingen']);
});
