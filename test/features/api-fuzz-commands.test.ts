import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { bodyOf, type BodySchema } from '../support/body-of-schema.js';
import { enterVacantHomes } from '../support/vacant-homes.js';
import { waitingApplication } from '../support/waiting-application.js';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: BodySchema }>> };
}
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, BodySchema>> };
}

// The same bodies each time; FUZZ_SEED asks for others.
const seed = Number(process.env['FUZZ_SEED'] ?? 23);

const described: Described = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
const prefix = '/api/v1/';
// The clock of a demo may be set to the end of time, a worker may wait half a minute for a job, who is not logged in is counted whether refused
// or not, and who hears that an application cannot be withdrawn has read of its decisions, which is written down: all as they should.
const leftOut = [/^demo\//, /^jobs\/activate/, /^public\//, /^applications\/[^/]+\/withdraw/];
const commands = Object.entries(described.paths).flatMap(([path, operations]) =>
  Object.entries(operations)
    .filter(([method]) => method === 'post')
    .map(([, operation]) => ({
      path: path.slice(prefix.length),
      schema: operation.requestBody?.content['application/json']?.schema ?? {},
    }))
    .filter((command) => !leftOut.some((pattern) => pattern.test(command.path))),
);

const everything = [
  'hvk',
  'hvk-leder',
  'bst',
  'bst-leder',
  'nav',
  'kd',
  'byplan',
  'prosjektleder',
  'trondheim-eiendom',
];
const mighty = `kari+${everything.join('+')}+delegert-myndighet`;
const people = fc.oneof(
  { arbitrary: fc.constantFrom(mighty, 'ada'), weight: 3 },
  { arbitrary: fc.constantFrom('siv', 'berit', 'nobody'), weight: 1 },
);

let world: ApiWorld;
let ids: readonly string[];
let known: Readonly<Record<string, readonly string[]>>;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
  await enterVacantHomes(world, { 'tun-1': 'Hus 1', 'tun-2': 'Hus 2' });
  const caseId = await waitingApplication(world, 'siv', {});
  const { body } = await world
    .as('per')
    .post('process-instances', { process: 'boligutvikling', variables: { prosjekt: 'Tun' } });
  await world.settle();
  const tasks = (await world.as('per').get('user-tasks?filter=all').expect(200)).body.items.slice(0, 2);
  const taskIds: readonly string[] = tasks.map(({ id }: { id: string }) => id);
  const cases = [caseId, body.processInstanceId];
  known = {
    ...{
      persons: ['siv'],
      'housing-plans': ['siv'],
      homes: ['tun-1', 'tun-2'],
      buildings: ['tun'],
      applications: [caseId],
    },
    ...{ 'process-instances': cases, projects: [body.processInstanceId], 'user-tasks': taskIds },
  };
  ids = ['kari', 'hvk', ...Object.values(known).flat()];
}, 180_000);
afterAll(() => world.stop());

it(`finds the ${commands.length} commands of the API`, () => {
  expect(commands.length).toBeGreaterThan(70);
});

// Mostly what is there, by the first word of the path.
const address = (path: string) => {
  const own = known[path.split('/')[0] ?? ''] ?? ids;
  const any = fc.oneof(
    { arbitrary: fc.constantFrom(...own), weight: 6 },
    { arbitrary: fc.constantFrom(...ids, 'finnes-ikke'), weight: 1 },
  );
  return any.map((id) => path.replace(/\{\w+\}/g, encodeURIComponent(id)));
};

it('is never a failure of ours, and changes nothing when it is refused: each command three times with a body as it is described', async () => {
  const parts = { schemas: described.components.schemas, ids };
  const asked = fc.tuple(...commands.map(({ path, schema }) => fc.tuple(people, address(path), bodyOf(schema, parts))));
  const faults: unknown[] = [];
  let done = 0;
  await fc.assert(
    fc.asyncProperty(asked, async (all) => {
      for (const [person, at, given] of all) {
        const before = await world.digest();
        const sent = typeof given === 'object' && given !== null ? given : {};
        const answer = await world.as(person).post(at, sent).set('if-match', '"1"');
        await world.settle();
        const isRefused = answer.status >= 400;
        done += isRefused ? 0 : 1;
        const says = isRefused ? problemIn(answer) : 'a problem';
        const isKept = !isRefused || (await world.digest()) === before;
        if (says !== 'a problem' || !isKept) faults.push({ person, at, sent, says, isKept });
      }
    }),
    { numRuns: 3, endOnFailure: true, seed },
  );
  expect(faults).toEqual([]);
  // Some of what is sent is right: else nothing behind the first check was asked.
  expect(done).toBeGreaterThan(0);
}, 240_000);

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
