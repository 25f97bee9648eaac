import type { ProcessInstance } from '../../src/engine/index.js';
import { evolve } from '../../src/engine/index.js';
import { createStartCase } from '../../src/cases/start-case-job.js';
import { CommandHandler } from '../../src/runtime/command-handler.js';
import type { Job } from '../../src/runtime/jobs/job-handler.js';
import { cancelRequest } from '../../src/runtime/operations/operation-command.js';
import type { CommandRequest } from '../../src/runtime/ports.js';
import { idOf } from '../../src/shared/id.js';
import { accepted, claim, complete, kari, newCase, start } from '../support/contract-commands.js';
import type { Start } from '../support/contract-commands.js';
import { implementations, monday, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const number = { name: 'NAV', phone: '55 55 33 33', happens: 'Nav finner et sted.' };
const numbers = { byDay: [number], byNight: [number], afraid: [number], emergency: number };
const crisis = [{ validFrom: '2020-01-01', open: { from: '08:00', to: '15:30' }, ...numbers }] as const;

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

  describe('when a case is to be the only open one of its process about a person', () => {
    const only = (person: string): CommandRequest => ({
      ...start(newCase(), { variables: { soker: person } }),
      onlyOpen: { process: 'henvendelse', person: idOf<'Actor'>(person) },
    });

    it('starts one of 20 that are asked for at once, in one group or in several; the others are told which', async () => {
      const groups = [[only('odd'), only('odd'), only('odd')], ...Array.from({ length: 17 }, () => [only('odd')])];
      const outcomes = (await Promise.all(groups.map((group) => change(...group)))).flat();

      const begun = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.instance.id] : []));
      const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.rejection]));
      expect([begun.length, refused.length]).toEqual([1, 19]);
      expect(new Set(refused.map((one) => JSON.stringify(one)))).toEqual(
        new Set([JSON.stringify({ reason: 'case-under-way', processInstanceId: begun[0] })]),
      );
      expect(await change(only('mona'))).toMatchObject([{ ok: true }]);
    });

    it('starts the next one once that has ended', async () => {
      const first = accepted((await change(only('knut')))[0]).instance;
      expect(await change(only('knut'))).toMatchObject([{ rejection: { processInstanceId: first.id } }]);
      const { id } = first;
      await change({
        tenant: trondheim,
        processInstanceId: id,
        ...cancelRequest({ processInstanceId: id, actor: kari }, 'Feil'),
      });

      expect(await change(only('knut'))).toMatchObject([{ ok: true }]);
    });

    it('is asked so by start-sak: of 8 cases that start one for a person at once all are told the same case, also when a job is tried again', async () => {
      // A process of its own for each: what one handler is asked it carries out together.
      const startCase = (asked: Job) => createStartCase({ handler: new CommandHandler(world.store), crisis })(asked);
      const job = (key: string): Job => ({
        ...{ tenant: trondheim, key, processInstanceId: newCase(), node: 'start-henvendelse', at: monday },
        ...{ headers: { prosess: 'henvendelse' }, variables: { soker: 'bente' } },
      });
      const jobs = Array.from({ length: 8 }, (_, at) => job(`jobb-${at}`));

      const answers = await Promise.all(jobs.map(startCase));
      const again = await Promise.all(jobs.map(startCase));

      const told = new Set(
        [...answers, ...again].map((answer) => JSON.stringify({ ...answer, tilknyttetSakOn: null })),
      );
      expect(told.size).toBe(1);
      expect(again).toEqual(answers);
    });
  });
});
