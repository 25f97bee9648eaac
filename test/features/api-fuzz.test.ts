import fc from 'fast-check';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
let taskId: string;
let caseId: string;
beforeAll(async () => {
  world = await createApiWorld();
  const sent = await world.as('siv').post('process-instances', { process: 'boligtildeling' });
  caseId = sent.body.processInstanceId;
  await world.settle();
  taskId = (await world.as('kari').get('user-tasks?filter=unit')).body.items[0].id;
  await world.as('kari').post(`user-tasks/${taskId}/claim`).expect(200);
  await world.settle();
});
afterAll(() => world.stop());

const people = fc.constantFrom(
  'kari',
  'liv',
  'bjorn',
  'tor',
  'per',
  'knut',
  'berit',
  'siv',
  'ola',
  'ada',
  'kari@orkland',
  'nobody',
);
const anything = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.json({ maxDepth: 3 }).map((value) => `{"variables":${value}}`),
  fc.json({ maxDepth: 3 }).map((value) => `{"files":${value}}`),
  fc.json({ maxDepth: 2 }).map((value) => `{"process":"boligtildeling","variables":{"behov":${value}}}`),
  fc.json({ maxDepth: 2 }).map((value) => `{"answer":"deltar","message":${value}}`),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const segment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('..', '.', '%00', 'null', '0', '-1', '1e9'),
);
const header = fc.stringMatching(/^[\x20-\x7e]{0,60}$/);

describe('whatever is sent', () => {
  it('is never answered by a failure of ours, and changes nothing when it is refused (150 commands)', async () => {
    const commands = () =>
      fc.constantFrom(
        'process-instances',
        'definitions',
        `user-tasks/${taskId}/complete`,
        `user-tasks/${taskId}/unclaim?x=1`,
        `participation/invitations/${taskId}/answer`,
        `incidents/${caseId}-1/resolve`,
        'demo/clock/advance',
        'messages',
      );
    await fc.assert(
      fc.asyncProperty(people, commands(), anything, header, async (person, path, body, ifMatch) => {
        const before = await world.digest();
        const asked = world.as(person).post(path, body).set('content-type', 'application/json');

        const answer = await asked.set('if-match', ifMatch);

        await world.settle();
        const isRefused = answer.status >= 400;
        expect(isRefused ? problemIn(answer) : 'none').toBe(isRefused ? 'a problem' : 'none');
        expect(isRefused ? await world.digest() : before).toBe(before);
      }),
      { numRuns: 150 },
    );
  }, 240_000);

  it('is never answered by a failure of ours where it is part of an address (300 reads)', async () => {
    const shapes = [
      'process-instances/',
      'user-tasks/',
      'definitions/',
      'journeys/',
      'demo/mailbox/',
      'user-tasks?filter=',
      'process-instances?phase=',
      'messages?name=',
      '?',
    ];
    await fc.assert(
      fc.asyncProperty(people, fc.constantFrom(...shapes), segment, async (person, shape, text) => {
        const answer = await world.as(person).get(shape + encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')));

        const isRefused = answer.status >= 400;
        expect(isRefused ? problemIn(answer) : 'none').toBe(isRefused ? 'a problem' : 'none');
      }),
      { numRuns: 300 },
    );
  }, 240_000);
});

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: unknown };
  readonly headers: Readonly<Record<string, string>>;
}

/** A refusal must be problem+json with a code, and never a failure of ours. */
function problemIn({ status, body, headers }: Answer): string {
  const isProblem = headers['content-type'] === 'application/problem+json; charset=utf-8';
  return status < 500 && isProblem && typeof body.code === 'string' ? 'a problem' : `${status} ${JSON.stringify(body)}`;
}
