import { enterDemoHomes } from '../../src/app/demo/demo-homes.js';
import { instantOf } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { script } from '../story/script.js';
import type { Action } from '../story/script.js';

const processOf = { prosjekt: 'boligutvikling', soknad: 'boligtildeling' } as const;

let world: ApiWorld;
const cases = new Map<string, string>();
const refused: string[] = [];
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-08-31T08:00:00.000Z' });
  await enterDemoHomes(world.ports.homes.desk, idOf('trondheim'));
  for (const action of script) await play(action);
}, 240_000);
afterAll(() => world.stop());

async function play(action: Action): Promise<void> {
  const [on = '', wallClock = ''] = action.at.split(' ');
  await world.ports.demo?.travel.advance(idOf<'Tenant'>('trondheim'), { to: instantOf(on, wallClock) });
  await (action.does === 'start' ? start(action) : complete(action));
  await world.settle();
}

async function start({ in: which, by, with: variables, at }: Action): Promise<void> {
  if (which !== 'prosjekt' && which !== 'soknad')
    throw new Error(`Expected a case of '${which}' to start by itself, but ${at} starts one`);
  const { status, body } = await world.as(by).post('process-instances', { process: processOf[which], variables });
  if (status !== 201) refused.push(`${at} start: ${JSON.stringify(body)}`);
  cases.set(which, body.processInstanceId);
}

async function complete({ by, does, with: variables, at }: Action): Promise<void> {
  const person = world.as(by);
  const { body: list } = await person.get('user-tasks?filter=all').expect(200);
  const task = list.items.find(({ node }: { node: string }) => node === does);
  if (task === undefined) return void refused.push(`${at} ${does}: no such task for ${by}`);

  const answer =
    does === 'svar-pa-invitasjon'
      ? await person
          .post(`participation/invitations/${task.id}/answer`, {
            answer: variables['svar'],
            message: variables['melding'],
          })
          .set('if-match', `"${task.revision}"`)
      : await takeAndComplete(by, task, variables);
  if (answer.status !== 200) refused.push(`${at} ${does}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

async function takeAndComplete(by: string, task: { id: string; state: string }, variables: Action['with']) {
  const person = world.as(by);
  if (task.state === 'created') await person.post(`user-tasks/${task.id}/claim`).expect(200);
  const { headers } = await person.get(`user-tasks/${task.id}`).expect(200);
  return person.post(`user-tasks/${task.id}/complete`, { variables }).set('if-match', headers['etag'] ?? '');
}

describe('the story, told by people through the API with the forms that they are shown', () => {
  it('is refused nowhere', () => {
    expect(refused).toEqual([]);
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
      .get(`journeys/${cases.get('soknad')}`)
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
