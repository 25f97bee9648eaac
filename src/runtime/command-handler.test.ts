import { idOf } from '../shared/id.js';
import { CommandHandler } from './command-handler.js';
import type { CommandOutcome, CommandRequest, ProcessInstanceStore } from './ports.js';

const system = { id: idOf<'Actor'>('system'), groups: [] };

function requestFor(instance: string, tenant = 'trondheim', reason = 'Ferdig'): CommandRequest {
  return {
    tenant: idOf<'Tenant'>(tenant),
    processInstanceId: idOf<'ProcessInstance'>(instance),
    command: { type: 'CancelProcessInstance', reason, actor: system },
  };
}

/** Keeps what it was asked for; answers each group when told to. */
function recordingStore() {
  const groups: string[][] = [];
  const doors: (() => void)[] = [];
  const store: ProcessInstanceStore = {
    changeDue,
    change: (tenant, requests) => {
      groups.push(requests.map(({ processInstanceId }) => `${tenant}/${processInstanceId}`));
      return new Promise((resolve) => doors.push(() => resolve(requests.map(refused))));
    },
  };
  return { store, groups, openNext: async () => (doors.shift()?.(), await settled()) };
}

const changeDue = async () => [];
const refused = (): CommandOutcome => ({ ok: false, rejection: { reason: 'process-instance-not-found' } });
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the command handler', () => {
  it('puts commands that wait at the same moment for different cases into one transaction', async () => {
    const { store, groups } = recordingStore();
    const handler = new CommandHandler(store);

    for (const instance of ['a', 'b', 'c']) void handler.handle(requestFor(instance));
    await settled();

    expect(groups).toEqual([['trondheim/a', 'trondheim/b', 'trondheim/c']]);
  });

  it('keeps two municipalities apart', async () => {
    const { store, groups } = recordingStore();
    const handler = new CommandHandler(store);

    void handler.handle(requestFor('a'));
    void handler.handle(requestFor('b', 'orkland'));
    await settled();

    expect(groups).toEqual([['trondheim/a'], ['orkland/b']]);
  });

  it('carries out commands for the same case in order, one transaction after the other', async () => {
    const { store, groups, openNext } = recordingStore();
    const handler = new CommandHandler(store);

    for (const instance of ['a', 'a', 'b', 'a']) void handler.handle(requestFor(instance));
    await settled();
    expect(groups).toEqual([['trondheim/a', 'trondheim/b']]);

    await openNext();
    expect(groups.slice(1)).toEqual([['trondheim/a']]);

    await openNext();
    expect(groups.slice(2)).toEqual([['trondheim/a']]);
  });

  it('takes at most 128 cases in a group and has at most two groups in flight', async () => {
    const { store, groups, openNext } = recordingStore();
    const handler = new CommandHandler(store);

    for (let index = 0; index < 300; index += 1) void handler.handle(requestFor(`case-${index}`));
    await settled();
    expect(groups.map((group) => group.length)).toEqual([128, 128]);

    await openNext();
    expect(groups.map((group) => group.length)).toEqual([128, 128, 44]);
  });

  it('lets municipalities take turns: one command waits for a single group of the thousand that came before it', async () => {
    const { store, groups, openNext } = recordingStore();
    const handler = new CommandHandler(store);

    for (let index = 0; index < 1_000; index += 1) void handler.handle(requestFor(`case-${index}`));
    await settled();
    void handler.handle(requestFor('lone', 'orkland'));
    void handler.handle(requestFor('late', 'trondheim'));
    await openNext();
    await openNext();

    expect(groups.map(([first = '', ...others]) => `${others.length + 1} from ${first}`)).toEqual([
      '128 from trondheim/case-0',
      '128 from trondheim/case-128',
      '128 from trondheim/case-256',
      '1 from orkland/lone',
    ]);
  });

  it('keeps the order of commands for one case when its group is full', async () => {
    const { store, groups, openNext } = recordingStore();
    const handler = new CommandHandler(store);

    for (let index = 0; index < 128; index += 1) void handler.handle(requestFor(`case-${index}`));
    for (const instance of ['case-0', 'new', 'case-0']) void handler.handle(requestFor(instance));
    await settled();
    expect(groups.slice(1)).toEqual([['trondheim/new']]);

    await openNext();
    await openNext();
    expect(groups.slice(2)).toEqual([['trondheim/case-0']]);
  });

  it('retries a failed group one by one, so that only the failing command is told', async () => {
    const store: ProcessInstanceStore = {
      changeDue,
      change: async (_tenant, requests) => {
        if (requests.some(({ processInstanceId }) => processInstanceId === 'poison')) throw new Error('Row too large');
        return requests.map(refused);
      },
    };
    const handler = new CommandHandler(store);

    const answers = await Promise.allSettled(['a', 'poison', 'b'].map((id) => handler.handle(requestFor(id))));

    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('lets a command go before the third of three groups of due timers', async () => {
    const asked: string[] = [];
    const doors: (() => void)[] = [];
    const asks = async <Answer>(what: string, answer: Answer): Promise<Answer> => {
      asked.push(what);
      await new Promise<void>((resolve) => doors.push(resolve));
      return answer;
    };
    const handler = new CommandHandler({
      changeDue: () => asks('timers', []),
      change: (_tenant, requests) => asks('command', requests.map(refused)),
    });

    for (const limit of [1, 2, 3]) void handler.ringDue(idOf('trondheim'), { limit, except: [] });
    await settled();
    void handler.handle(requestFor('a'));
    for (let open = 0; open < 4; open += 1) {
      await settled();
      doors.shift()?.();
    }
    await settled();

    expect(asked).toEqual(['timers', 'timers', 'command', 'timers']);
  });

  it('goes on after a failure', async () => {
    let calls = 0;
    const store: ProcessInstanceStore = {
      changeDue,
      change: async (_tenant, requests) => {
        calls += 1;
        if (calls === 1) throw new Error('Connection lost');
        return requests.map(refused);
      },
    };
    const handler = new CommandHandler(store);

    await expect(handler.handle(requestFor('a'))).rejects.toThrow('Connection lost');
    await expect(handler.handle(requestFor('a'))).resolves.toEqual(refused());
  });
});

it('tells all 20 of a group at once that the store is silent, instead of one after the other', async () => {
  let waitingAtOnce = 0;
  let most = 0;
  const silent: ProcessInstanceStore = {
    changeDue,
    change: async () => {
      waitingAtOnce += 1;
      most = Math.max(most, waitingAtOnce);
      await new Promise((resolve) => setImmediate(resolve));
      waitingAtOnce -= 1;
      throw new Error('Query read timeout');
    },
  };
  const handler = new CommandHandler(silent);

  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => handler.handle(requestFor(`sak-${index}`))),
  );

  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(most).toBe(20);
});
