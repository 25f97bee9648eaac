import { CommandHandler } from '../../src/runtime/command-handler.js';
import type { BatchBook, NewBatch } from '../../src/runtime/operations/batch-ports.js';
import { BatchWork } from '../../src/runtime/operations/batch-work.js';
import { createItemRunner } from '../../src/runtime/operations/item-runner.js';
import type { ItemRunner } from '../../src/runtime/operations/item-runner.js';
import { accepted, newCase, start } from '../support/contract-commands.js';
import { implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';
import { idOf, type Id } from '../../src/shared/id.js';

const ada = { id: idOf<'Actor'>('ada'), groups: ['admin'] };
type CaseId = Id<'ProcessInstance'>;

describe.each(implementations)('batches on %s', (_name, createWorld) => {
  let world: StoreWorld;
  let book: StoreWorld['batches']['book'];
  let lastBatch = 0;
  beforeEach(async () => {
    world = await createWorld();
    ({ book } = world.batches);
  }, 180_000);
  afterEach(() => world.stop());

  const started = async (count: number): Promise<readonly CaseId[]> => {
    const outcomes = await world.store.change(
      trondheim,
      Array.from({ length: count }, () => start(newCase())),
    );
    return outcomes.map((outcome) => accepted(outcome).instance.id);
  };
  const newBatch = (ids: readonly CaseId[], more: Partial<NewBatch> = {}): NewBatch => {
    const id = `kjoring-${(lastBatch += 1)}`;
    const operation = { kind: 'suspend', reason: 'Feil i malen' } as const;
    return { id, operation, selection: { ids }, actor: ada, request: id, isPaused: false, ...more };
  };
  const runner = (): ItemRunner =>
    createItemRunner({ ...world.batches.tools, handler: new CommandHandler(world.store) });
  const workUntilQuiet = async (of: BatchBook = book, run: ItemRunner = runner()): Promise<void> => {
    const work = new BatchWork(of, run);
    while ((await work.work(trondheim)) > 0);
  };
  const timesIn = async (id: CaseId, type: string): Promise<number> =>
    (await world.journal(trondheim, id)).filter((event) => event.type === type).length;

  it('do to every case what is asked, and keep why one refused, without harm to its neighbours', async () => {
    const ids = await started(3);
    const batch = newBatch([...ids, idOf('finnes-ikke')]);
    await book.create(trondheim, batch);

    await workUntilQuiet();

    const row = await book.find(trondheim, batch.id);
    expect(row).toMatchObject({ state: 'completed', total: 4, done: 3, failed: 1, skipped: 0, actor: 'ada' });
    expect(row?.finishedAt).toBe(await world.clock.now(trondheim));
    const [failed] = await book.items(trondheim, batch.id, { state: 'failed', after: 0 });
    const refusal = { reason: 'process-instance-not-found' };
    expect(failed).toMatchObject({ processInstanceId: 'finnes-ikke', refusal });
    for (const id of ids) expect((await world.snapshot(trondheim, id))?.suspended).toBe(true);
  });

  it('go on where a killed worker was: 45 cases, 20 of them carried out and not written down, each once', async () => {
    const ids = await started(45);
    const variables = { rettet: true, tomt: null };
    await book.create(
      trondheim,
      newBatch(ids, { operation: { kind: 'set-variables', variables, reason: 'Rettet adresse' } }),
    );
    const killed: BatchBook = {
      ...{ create: book.create.bind(book), find: book.find.bind(book), list: book.list.bind(book) },
      ...{ items: book.items.bind(book), move: book.move.bind(book), claim: book.claim.bind(book) },
      settle: () => Promise.reject(new Error('killed')),
    };

    await expect(workUntilQuiet(killed)).rejects.toThrow('killed');
    await book.forgetClaims(trondheim);
    await workUntilQuiet();

    expect(await book.list(trondheim)).toMatchObject([{ state: 'completed', total: 45, done: 45 }]);
    for (const id of ids) expect(await timesIn(id, 'VariablesSet')).toBe(1);
    const events = await world.journal(trondheim, ids[0] ?? idOf(''));
    expect(events.find(({ type }) => type === 'VariablesSet')).toMatchObject({ variables });
  });

  it('give an item to one worker at a time', async () => {
    await book.create(trondheim, newBatch(await started(30)));

    const [one, other] = await Promise.all([book.claim(trondheim, 20), book.claim(trondheim, 20)]);

    expect(new Set([...one, ...other].map(({ seq }) => seq)).size).toBe(one.length + other.length);
    expect(one.length + other.length).toBe(30);
  });

  it('do nothing while they are paused, and nothing more once they are cancelled', async () => {
    const ids = await started(2);
    const batch = newBatch(ids, { isPaused: true });
    await book.create(trondheim, batch);
    await workUntilQuiet();
    const paused = await book.find(trondheim, batch.id);

    const moves = [
      await book.move(trondheim, batch.id, 'paused'),
      await book.move(trondheim, batch.id, 'running'),
      await book.move(trondheim, batch.id, 'cancelled'),
      await book.move(trondheim, batch.id, 'running'),
    ];
    await workUntilQuiet();

    expect(paused).toMatchObject({ state: 'paused', total: 2, done: 0 });
    expect(moves).toEqual([false, true, true, false]);
    expect(await book.find(trondheim, batch.id)).toMatchObject({ state: 'cancelled', done: 0, skipped: 2 });
  });

  it('try an item that fails five times, then give it up and go on', async () => {
    const ids = await started(2);
    const batch = newBatch(ids);
    await book.create(trondheim, batch);
    const run = runner();
    const tries: number[] = [];
    const broken: ItemRunner = (item) => {
      if (item.seq > 1) return run(item);
      tries.push(item.attempt);
      return Promise.reject(new Error('the disk is full'));
    };

    for (let round = 0; round < 6; round += 1) await workUntilQuiet(book, broken);

    expect(tries).toEqual([1, 2, 3, 4, 5]);
    expect(await book.find(trondheim, batch.id)).toMatchObject({ state: 'completed', done: 1, failed: 1 });
  });

  it('select by process, version and state, and are complete at once when nothing is selected', async () => {
    const [first] = await started(2);
    await book.create(trondheim, newBatch(first === undefined ? [] : [first]));
    await workUntilQuiet();
    const count = async (selection: NewBatch['selection']) =>
      (await book.create(trondheim, newBatch([], { selection, isPaused: true })))?.total;

    const process = 'henvendelse';
    expect(await count({ process, state: 'suspended' })).toBe(1);
    expect(await count({ process, state: 'active', version: 1 })).toBe(1);
    expect(await count({ process, version: 2 })).toBe(0);
    expect(await count({ process, incidentCode: 'NO_FLOW' })).toBe(0);
    const none = await book.create(trondheim, newBatch([], { selection: { process: 'ukerunde' } }));
    expect(none).toMatchObject({ state: 'completed', total: 0 });
  });

  it('are started once by one request, and are seen by one municipality only', async () => {
    const batch = newBatch(await started(1), { request: 'nokkel' });
    const first = await book.create(trondheim, batch);
    const again = await book.create(trondheim, { ...batch, id: 'en-annen' });

    expect(again).toEqual(first);
    expect([await book.list(orkland), await book.find(orkland, batch.id)]).toEqual([[], undefined]);
    expect(await book.claim(orkland, 20)).toEqual([]);
    expect(await book.move(orkland, batch.id, 'cancelled')).toBe(false);
  });
});
