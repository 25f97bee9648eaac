import { idOf } from '../../src/shared/id.js';
import { henvendelse, processesIn, ukerunde } from '../support/contract-processes.js';
import { accepted, newCase, start } from '../support/contract-commands.js';
import { implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const by = idOf<'Actor'>('ada');

describe.each(implementations)('the definition store on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
  }, 180_000);
  afterEach(() => world.stop());

  const deploy = async (xml: string) =>
    world.definitions.deploy(trondheim, { by, processes: await processesIn(xml), forms: [] });

  it('keeps the version of what has not changed, and gives what has the next one', async () => {
    const renamed = henvendelse.replace('Vurder henvendelsen', 'Vurder saken');

    expect(await deploy(henvendelse)).toEqual([{ key: 'henvendelse', version: 1, isNew: false }]);
    expect(await deploy(renamed)).toEqual([{ key: 'henvendelse', version: 2, isNew: true }]);
    expect(await deploy(renamed)).toEqual([{ key: 'henvendelse', version: 2, isNew: false }]);
  });

  it('starts new cases on the latest version and leaves running ones on theirs', async () => {
    const old = accepted((await world.store.change(trondheim, [start(newCase())]))[0]).instance;
    await deploy(henvendelse.replace('Vurder henvendelsen', 'Vurder saken'));

    const young = accepted((await world.store.change(trondheim, [start(newCase())]))[0]).instance;
    const pinned = await world.store.change(trondheim, [
      { ...start(newCase()), definition: { key: 'henvendelse', version: 1 } },
    ]);

    expect([old, young, accepted(pinned[0]).instance].map(({ definition }) => definition.version)).toEqual([1, 2, 1]);
    expect((await world.snapshot(trondheim, old.id))?.definition.version).toBe(1);
  });

  it('loads a version compiled, and nothing where there is none', async () => {
    const reference = { tenant: trondheim, key: 'henvendelse', version: 1 };

    const definition = await world.definitions.load(reference);

    expect(definition).toMatchObject({ key: 'henvendelse', version: 1, name: 'Henvendelse' });
    expect(definition?.nodes.get('vurder')).toMatchObject({ kind: 'userTask', hint: { stage: 4 } });
    expect(await world.definitions.load({ ...reference, version: 2 })).toBeUndefined();
    await deploy(henvendelse.replace('Vurder henvendelsen', 'Vurder saken'));
    expect(await world.definitions.load({ ...reference, version: 2 })).toBeDefined();
    expect(await world.definitions.load({ ...reference, tenant: orkland, version: 2 })).toBeUndefined();
  });

  it('moves the timed start to the new version’s time', async () => {
    await deploy(ukerunde.replace('2026-01-06T09:00:00', '2026-01-07T10:00:00'));

    expect(await world.outbox.nextDueAt(trondheim)).toBe('2026-11-25T09:00:00.000Z');
    expect(await world.outbox.nextDueAt(orkland)).toBe('2026-11-24T08:00:00.000Z');
  });

  it('knows its forms', async () => {
    const form = { id: 'vurdering', schema: { type: 'object' } };
    await world.definitions.deploy(trondheim, { by, processes: [], forms: [form] });
    await world.definitions.deploy(trondheim, { by, processes: [], forms: [form] });

    expect(await world.definitions.formIds(trondheim)).toEqual(['vurdering']);
    expect(await world.definitions.formIds(orkland)).toEqual([]);
  });
});
