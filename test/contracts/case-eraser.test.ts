import { accepted, newCase, start, kari } from '../support/contract-commands.js';
import { createPostgresWorld, implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const actor = kari.id;

describe.each(implementations)('the eraser of cases on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeAll(async () => {
    world = await createWorld();
  }, 180_000);
  afterAll(() => world.stop());

  const started = async () => accepted((await world.store.change(trondheim, [start(newCase())]))[0]).instance.id;
  const cancelled = async () => {
    const id = await started();
    const command = { type: 'CancelProcessInstance', reason: 'Feil', actor: kari } as const;
    accepted((await world.store.change(trondheim, [{ tenant: trondheim, processInstanceId: id, command }]))[0]);
    return id;
  };
  const settle = async (): Promise<void> => {
    for (const effect of await world.outbox.claimEffects(trondheim, 100)) await world.outbox.markDone(effect);
  };
  const erase = (processInstanceId: Awaited<ReturnType<typeof started>>, request = 'r1', tenant = trondheim) =>
    world.eraser.erase(tenant, { processInstanceId, actor, reason: 'Lagringstiden er ute', request });

  it('refuses a case that is not ended, and one whose effects are not carried out yet', async () => {
    const [active, ended] = [await started(), await cancelled()];

    expect([await erase(active), await erase(ended)]).toEqual(['active', 'unsettled']);
    expect(await world.snapshot(trondheim, ended)).toBeDefined();
  });

  it('leaves nothing of an ended one but who deleted it, when and why', async () => {
    const id = await cancelled();
    await settle();

    expect(await erase(id)).toBe('deleted');

    expect([await world.snapshot(trondheim, id), await world.journal(trondheim, id)]).toEqual([undefined, []]);
    const [row] = await world.eraser.deleted(trondheim);
    const why = { deletedBy: 'kari', reason: 'Lagringstiden er ute', deletedAt: await world.clock.now(trondheim) };
    expect(row).toMatchObject({ id, process: 'henvendelse', version: 1, state: 'cancelled', ...why });
  });

  it('tells a repeated request that it is deleted, and another one that it is not there', async () => {
    const id = await cancelled();
    await settle();

    expect([await erase(id, 'r7'), await erase(id, 'r7'), await erase(id, 'r8')]).toEqual([
      'deleted',
      'deleted',
      'not-found',
    ]);
  });

  it('finds nothing in another municipality, and shows it nothing', async () => {
    const id = await cancelled();
    await settle();

    expect(await erase(id, 'r1', orkland)).toBe('not-found');
    expect(await world.eraser.deleted(orkland)).toEqual([]);
    expect(await world.snapshot(trondheim, id)).toBeDefined();
  });
});

// Who deleted a case; what a batch did; published pictures of needs, which are counts and name nobody.
const keptOnPurpose = `'deleted_case', 'batch_item', 'needs_picture', 'journal_entry'`;

describe('the function that deletes a case', () => {
  it('knows every table that holds something of a case and does not go with it by itself, and nobody but the application may call it', async () => {
    const world = await createPostgresWorld();
    const { rows: tables } = await world.pool.query<{ name: string }>(
      `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'instance' and table_type = 'BASE TABLE' and table_name not in (${keptOnPurpose})
         and not exists (select from pg_constraint where conrelid = quote_ident(table_name)::regclass and contype = 'f'
           and confrelid = 'process_instance'::regclass and confdeltype = 'c')`,
    );
    const { rows } = await world.pool.query<{ source: string; open: boolean }>(
      `select prosrc as source, has_function_privilege('boligflyt_queue', oid, 'execute') as open from pg_proc
       where proname = 'boligflyt_delete_case'`,
    );
    await world.stop();

    const forgotten = tables.filter(({ name }) => !rows[0]?.source.includes(`DELETE FROM ${name} AS t`));
    expect(tables.length).toBeGreaterThanOrEqual(10);
    expect([forgotten, rows[0]?.open]).toEqual([[], false]);
  });
});
