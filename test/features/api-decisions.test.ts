import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { newCase } from '../support/contract-commands.js';
import { childrenFirst, deliveredKey } from '../support/priority-key.js';
import { rateProcess, rateRules } from '../support/rate-rules.js';

const latest = rateProcess('leie-na', 'boligflyt:decision="husleie"');
const pinned = rateProcess(
  'leie-fast',
  'boligflyt:decision="husleie" boligflyt:binding="version" boligflyt:version="1"',
);

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

const deploy = (...files: readonly { readonly name: string; readonly content: string }[]) =>
  world.as('ada').post('definitions', { files });

/** Starts a case about 3 rooms, and reads the name of its task. */
async function rentOf(key: string): Promise<string> {
  const processInstanceId = newCase();
  const actor = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };
  const command = { type: 'StartProcessInstance', processInstanceId, variables: { rom: 3 }, actor } as const;
  const tenant = idOf<'Tenant'>('trondheim');
  await world.ports.commands.handle({ tenant, processInstanceId, command, definition: { key } });
  const { body } = await world.as('kari').get('user-tasks?filter=unassigned').expect(200);
  const names: readonly { readonly name: string; readonly case: { readonly id: string } }[] = body.items;
  return names.find((item) => item.case.id === processInstanceId)?.name ?? '';
}

it('deploys rules beside diagrams, and uses new rules for new cases unless a diagram is bound to the old ones', async () => {
  const rules = (perRoom: number) => ({ name: 'husleie.dmn', content: rateRules(perRoom) });
  const diagrams = [latest, pinned].map((content, at) => ({ name: `leie-${at}.bpmn`, content }));

  const { body } = await deploy(rules(4000), ...diagrams).expect(201);
  expect(body.decisions).toEqual([{ key: 'husleie', version: 1 }]);
  expect([await rentOf('leie-na'), await rentOf('leie-fast')]).toEqual(['Husleie 12000', 'Husleie 12000']);

  const again = await deploy(rules(4500)).expect(201);
  expect(again.body.decisions).toEqual([{ key: 'husleie', version: 2 }]);
  expect([await rentOf('leie-na'), await rentOf('leie-fast')]).toEqual(['Husleie 13500', 'Husleie 12000']);
});

it('refuses rules that cannot be read, and the diagrams that came with them', async () => {
  await world.settle();
  const before = await world.digest();
  const { body } = await deploy({ name: 'a.dmn', content: 'hei' }, { name: 'a.bpmn', content: latest }).expect(422);

  expect(body.code).toBe('invalid-model');
  expect(await world.digest()).toBe(before);
});

it('a set of files that changes the priority key is refused as a whole; with the key as it is, it is deployed', async () => {
  const key = (content: string) => ({ name: 'nokkel.dmn', content });
  const moved = childrenFirst.replace(/namespace="[^"]+"/, 'namespace="https://et-annet-sted.no"');
  await world.settle();
  const before = await world.digest();
  for (const content of [childrenFirst, moved]) {
    const { body } = await deploy(key(content), { name: 'leie.dmn', content: rateRules(5000) }).expect(422);
    expect(body.errors).toMatchObject([{ path: 'prioriteringsnokkel', code: 'DECISION_GUARDED' }]);
    expect(body.detail).toBe(
      'Beslutningen «prioriteringsnokkel» kan bare endres i en sak i prosessen «prioriteringsregel». Foreslå endringen der, eller ta filen ut.',
    );
  }
  expect(await world.digest()).toBe(before);

  const { body } = await deploy(key(deliveredKey), { name: 'leie.dmn', content: rateRules(5000) }).expect(201);
  expect(body.decisions).toEqual([
    { key: 'prioriteringsnokkel-treff', version: 1 },
    { key: 'prioriteringsnokkel', version: 1 },
    { key: 'husleie', version: 3 },
  ]);
});
