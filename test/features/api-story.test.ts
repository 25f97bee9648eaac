import { enterDemoHomes } from '../../src/app/demo/demo-homes.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { playStory } from '../support/play-story.js';
import type { PlayedStory } from '../support/play-story.js';
import { script } from '../story/script.js';

let world: ApiWorld;
let played: PlayedStory;
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-08-31T08:00:00.000Z' });
  await enterDemoHomes(world.ports.homes.desk, idOf('trondheim'));
  played = await playStory(world, script);
}, 240_000);
afterAll(() => world.stop());

describe('the story, told by people through the API with the forms that they are shown', () => {
  it('is refused nowhere', () => {
    expect(played.refused).toEqual([]);
  });

  it('ends with a finished project in phase 8, whose eight checkpoints are settled', async () => {
    const { body } = await world.as('per').get('projects').expect(200);

    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ title: 'Nye småhus øst', phase: 8, state: 'completed', waitingFor: [] });
    expect(body.items[0].checkpoints.map(({ code, outcome }: Record<string, string>) => `${code} ${outcome}`)).toEqual([
      'MP-B1 gjennomfort',
      'MP-B2 gjennomfort',
      'MP-B3 gjennomfort',
      'MP-B4 gjennomfort',
      'MP-B5 fravalgt',
      'MP-B6 unntatt',
      'MP-B7 gjennomfort',
      'MP-B8 gjennomfort',
    ]);
  });

  it('ends with a watch over the new house, which the project does not wait for', async () => {
    const { body } = await world.as('per').get('process-instances?process=tomgang').expect(200);

    expect(body.items).toMatchObject([{ title: 'Innflytting i Nye småhus øst', state: 'active' }]);
  });

  it('ends with a home for the applicant, who sees every stage, both clocks and every letter', async () => {
    const { body } = await world
      .as('siv')
      .get(`journeys/${played.cases.get('soknad')}`)
      .expect(200);

    expect(body).toMatchObject({
      currentStage: 9,
      caseworkDays: 41,
      waitingDays: 34,
      nextDate: null,
      missedDate: null,
    });
    expect(body.letters.map(({ title }: { title: string }) => title)).toEqual([
      'Vi har fått søknaden din',
      'Saken din tar lengre tid',
      'Du har fått ja til kommunal bolig',
      'Du står på ventelista',
      'Vi vil vise deg bolig',
      'Du har fått tilbud om bolig',
      'Du har fått bolig',
    ]);
  });
});
