import { instantOf } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import type { Action } from '../story/script.js';
import type { ApiWorld } from './api-world.js';

const processOf = { prosjekt: 'boligutvikling', soknad: 'boligtildeling' } as const;

/** What came of a story: the case that each part of it is, and what was refused. */
export interface PlayedStory {
  readonly cases: ReadonlyMap<string, string>;
  readonly refused: readonly string[];
}

/** Lets people do all this through the API, each at its time on the wall clock in Trondheim. */
export async function playStory(world: ApiWorld, actions: readonly Action[]): Promise<PlayedStory> {
  const cases = new Map<string, string>();
  const refused: string[] = [];
  for (const action of actions) {
    const [on = '', wallClock = ''] = action.at.split(' ');
    await world.ports.demo?.travel.advance(idOf<'Tenant'>('trondheim'), { to: instantOf(on, wallClock) });
    const problem = action.does === 'start' ? await start(world, action, cases) : await complete(world, action);
    if (problem !== undefined) refused.push(`${action.at} ${problem}`);
    await world.settle();
  }
  return { cases, refused };
}

type Problem = string | undefined;

async function start(
  world: ApiWorld,
  { in: which, by, with: variables, at }: Action,
  cases: Map<string, string>,
): Promise<Problem> {
  if (which !== 'prosjekt' && which !== 'soknad')
    throw new Error(`Expected a case of '${which}' to start by itself, but ${at} starts one`);
  const { status, body } = await world.as(by).post('process-instances', { process: processOf[which], variables });
  cases.set(which, body.processInstanceId);
  return status === 201 ? undefined : `start: ${JSON.stringify(body)}`;
}

async function complete(world: ApiWorld, { by, does, with: variables }: Action): Promise<Problem> {
  const person = world.as(by);
  const { body: list } = await person.get('user-tasks?filter=all').expect(200);
  const task = list.items.find(({ node }: { node: string }) => node === does);
  if (task === undefined) return `${does}: no such task for ${by}`;

  const answer =
    does === 'svar-pa-invitasjon'
      ? await person
          .post(`participation/invitations/${task.id}/answer`, {
            answer: variables['svar'],
            message: variables['melding'],
          })
          .set('if-match', `"${task.revision}"`)
      : await takeAndComplete(world, by, { task, variables });
  return answer.status === 200 ? undefined : `${does}: ${answer.status} ${JSON.stringify(answer.body)}`;
}

interface Answered {
  readonly task: { readonly id: string; readonly state: string };
  readonly variables: Action['with'];
}

async function takeAndComplete(world: ApiWorld, by: string, { task, variables }: Answered) {
  const person = world.as(by);
  if (task.state === 'created') await person.post(`user-tasks/${task.id}/claim`).expect(200);
  const { headers } = await person.get(`user-tasks/${task.id}`).expect(200);
  return person.post(`user-tasks/${task.id}/complete`, { variables }).set('if-match', headers['etag'] ?? '');
}
