import type { ProcessInstance } from '../../src/engine/index.js';
import { evolve } from '../../src/engine/index.js';
import type { CommandRequest } from '../../src/runtime/ports.js';
import { accepted, claim, complete, newCase, start } from '../support/contract-commands.js';
import type { Start } from '../support/contract-commands.js';
import { implementations, monday, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

describe.each(implementations)('the process instance store on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeAll(async () => {
    world = await createWorld();
  }, 180_000);
  afterAll(() => world.stop());

  const change = (...requests: readonly CommandRequest[]) => world.store.change(trondheim, requests);
  const started = async (options: Start = {}) => accepted((await change(start(newCase(), options)))[0]).instance;

  it('starts a case with the clock of the municipality as its time', async () => {
    const instance = await started();

    expect(instance).toMatchObject({
      title: 'Henvendelse fra siv',
      subject: 'siv',
      startedAt: monday,
      state: 'active',
    });
    expect([...instance.userTasks.values()]).toMatchObject([{ node: 'vurder', deadline: { dueOn: '2026-12-07' } }]);
  });

  it('keeps a journal whose folding is the stored snapshot, numbered by the revision', async () => {
    const instance = await started();
    await change(claim(instance));
    await change(complete(instance, { svar: 'ja' }));

    const journal = await world.journal(trondheim, instance.id);
    const replayed = journal.reduce<ProcessInstance | undefined>(evolve, undefined);
    expect(await world.snapshot(trondheim, instance.id)).toEqual(replayed);
    expect(replayed?.revision).toBe(journal.length);
  });

  it('changes nothing for a rejected command and harms no neighbour in its group', async () => {
    const [one, other] = [await started(), await started()];

    const outcomes = await change(complete(one), claim(other));

    expect(outcomes[0]).toMatchObject({ ok: false, rejection: { reason: 'actor-not-assigned' } });
    expect(outcomes[1]).toMatchObject({ ok: true });
    expect(await world.snapshot(trondheim, one.id)).toEqual(one);
  });

  it('refuses who insists on a revision that the case no longer has, and changes nothing', async () => {
    const instance = await started();
    const seen = instance.revision;
    const [first] = await change({ ...claim(instance), expectedRevision: seen });
    const after = accepted(first).instance;

    const [late] = await change({ ...complete(after), expectedRevision: seen });

    const rejection = { reason: 'stale-process-instance', expected: seen, actual: after.revision };
    expect(late).toEqual({ ok: false, rejection });
    expect(await world.snapshot(trondheim, instance.id)).toEqual(after);
  });

  it('answers in the order of the requests', async () => {
    const ids = [newCase(), newCase(), newCase()].reverse();

    const outcomes = await change(...ids.map((id) => start(id)));

    expect(outcomes.map((outcome) => accepted(outcome).instance.id)).toEqual(ids);
  });

  it('says so when the process or the case is not there', async () => {
    const ghost = await started().then((instance) => ({ ...instance, id: newCase() }));

    const outcomes = await change(start(newCase(), { key: 'finnes-ikke' }), claim(ghost));

    expect(outcomes).toEqual([
      { ok: false, rejection: { reason: 'unknown-definition', processKey: 'finnes-ikke' } },
      { ok: false, rejection: { reason: 'process-instance-not-found' } },
    ]);
  });

  it('starts one case when two start it at once', async () => {
    const id = newCase();

    const outcomes = (await Promise.all([change(start(id)), change(start(id))])).flat();

    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ rejection: { reason: 'process-instance-exists' } });
  });

  it('lets one of twenty claims of the same task win', async () => {
    const instance = await started();

    const outcomes = await Promise.all(Array.from({ length: 20 }, () => change(claim(instance))));

    expect(outcomes.flat().filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('gives a repeated request its first answer’s case and revision, and refuses another request with the same key', async () => {
    const instance = await started();
    const first = accepted((await change(claim(instance, { key: 'nøkkel-1', requestHash: 'a' })))[0]).instance;

    const repeated = await change(claim(instance, { key: 'nøkkel-1', requestHash: 'a' }));
    const reused = await change(claim(instance, { key: 'nøkkel-1', requestHash: 'b' }));

    const rejection = { reason: 'command-repeated', processInstanceId: instance.id, revision: first.revision };
    expect(repeated).toEqual([{ ok: false, rejection: { ...rejection, sameRequest: true } }]);
    expect(reused).toEqual([{ ok: false, rejection: { ...rejection, sameRequest: false } }]);
  });

  it('starts one case when the same request arrives twice at once, in one group or in two', async () => {
    const receipt = { key: 'nøkkel-2', requestHash: 'a' };

    const together = await change(start(newCase(), { receipt }), start(newCase(), { receipt }));
    const apart = await Promise.all(
      ['b', 'b'].map((requestHash) => change(start(newCase(), { receipt: { key: 'nøkkel-3', requestHash } }))),
    );

    expect(together.map(({ ok }) => ok)).toEqual([true, false]);
    expect(apart.flat().filter(({ ok }) => ok)).toHaveLength(1);
    expect(apart.flat().find(({ ok }) => !ok)).toMatchObject({
      rejection: { reason: 'command-repeated', sameRequest: true },
    });
  });

  it('leaves no receipt for a rejected command', async () => {
    const instance = await started();
    const receipt = { key: 'nøkkel-4', requestHash: 'a' };
    await change({ ...complete(instance), receipt });

    await change(claim(instance));
    const outcomes = await change({ ...complete(instance), receipt });

    expect(outcomes[0]?.ok).toBe(true);
  });

  it('shows another municipality nothing of a case', async () => {
    const instance = await started();

    const outcomes = await world.store.change(orkland, [{ ...claim(instance), tenant: orkland }]);

    expect(outcomes).toEqual([{ ok: false, rejection: { reason: 'process-instance-not-found' } }]);
    expect(await world.journal(orkland, instance.id)).toEqual([]);
  });

  it('decides a running case with the version that it was started on', async () => {
    const instance = await started({ key: 'bestilling', variables: { nummer: '17' } });

    expect(instance.definition).toMatchObject({ key: 'bestilling', version: 1 });
    expect([...instance.subscriptions.values()]).toMatchObject([{ message: 'levert', correlationKey: '17' }]);
  });
});
