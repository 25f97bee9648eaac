import type { Command } from '../../src/engine/index.js';
import { idOf, type Id } from '../../src/shared/id.js';
import { accepted, kari, newCase, start } from '../support/contract-commands.js';
import { oppringning, processesIn } from '../support/contract-processes.js';
import { implementations, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

type Said = Extract<Command, { readonly type: 'ChangeUserTask' | 'PauseDeadline' | 'ResumeDeadline' }>;
type Wish<Whole> = Whole extends unknown ? Omit<Whole, 'at' | 'actor' | 'userTaskId' | 'target'> : never;

describe.each(implementations)('the reminders of a task whose date moves, on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
    await world.definitions.deploy(trondheim, {
      by: idOf('ada'),
      processes: await processesIn(oppringning),
      forms: [],
    });
  }, 180_000);
  afterEach(() => world.stop());

  /** A case with one open task, and how something is done to it. */
  async function begin(options: Parameters<typeof start>[1]) {
    const id = newCase();
    const { instance } = accepted((await world.store.change(trondheim, [start(id, options)]))[0]);
    const [task] = instance.userTasks.values();
    const userTaskId = task?.id ?? idOf<'UserTask'>('');
    const say = async (wish: Wish<Said>): Promise<void> => {
      const to = wish.type === 'ChangeUserTask' ? { ...wish, userTaskId } : { ...wish, target: { userTaskId } };
      const command = { ...to, actor: kari };
      accepted((await world.store.change(trondheim, [{ tenant: trondheim, processInstanceId: id, command }]))[0]);
    };
    return { id, say };
  }

  /** Everything that rings in these cases until then, and when; the clock stops at each. */
  async function rung(until: string, ...cases: readonly Id<'ProcessInstance'>[]): Promise<readonly string[]> {
    const told: string[] = [];
    for (;;) {
      const snapshots = await Promise.all(cases.map((id) => world.snapshot(trondheim, id)));
      const set = snapshots.flatMap((instance) => [...(instance?.timers.values() ?? [])]);
      const [next] = set.map(({ dueAt }) => dueAt).toSorted();
      if (next === undefined || next > until) return told;

      await world.clock.moveTo(trondheim, next);
      const due = await world.store.changeDue(trondheim, { limit: 10, except: [] });
      if (due.length === 0) throw new Error(`Expected something to ring at ${next}, but nothing did`);
      const events = due.flatMap(({ outcome }) => accepted(outcome).events);
      told.push(...events.flatMap((event) => (event.type === 'UserTaskReminded' ? `${next} ${event.kind}` : [])));
    }
  }

  it('ring on 4 December once the due date is changed from 30 November, and never on 30 November', async () => {
    const { id, say } = await begin({ key: 'oppringning', variables: { frist: '2026-11-30T08:00:00Z' } });

    await say({ type: 'ChangeUserTask', change: { dueAt: '2026-12-04T08:00:00.000Z' } });

    expect(await rung('2026-12-31T00:00:00.000Z', id)).toEqual(['2026-12-04T08:00:00.000Z reminder']);
  });

  it('ring earlier when the due date is changed to an earlier one, and not at all when it is taken away', async () => {
    const moved = await begin({ key: 'oppringning', variables: { frist: '2026-11-30T08:00:00Z' } });
    const dateless = await begin({ key: 'oppringning', variables: { frist: '2026-11-30T08:00:00Z' } });

    await moved.say({ type: 'ChangeUserTask', change: { dueAt: '2026-11-25T08:00:00.000Z' } });
    await dateless.say({ type: 'ChangeUserTask', change: { dueAt: null } });

    expect(await rung('2026-12-31T00:00:00.000Z', moved.id, dateless.id)).toEqual([
      '2026-11-25T08:00:00.000Z reminder',
    ]);
  });

  it('are silent while the clock stands, but that it stands is said after 14 and 28 days; then they are moved along', async () => {
    const { id, say } = await begin({});
    await say({ type: 'PauseDeadline', ground: 'local', reason: 'Sommerstengt' });

    expect(await rung('2026-12-28T09:00:00.000Z', id)).toEqual([
      '2026-12-07T07:00:00.000Z pause',
      '2026-12-21T07:00:00.000Z pause',
    ]);
    await world.clock.moveTo(trondheim, '2026-12-21T09:00:00.000Z');
    await say({ type: 'ResumeDeadline' });

    const after = await world.snapshot(trondheim, id);
    expect([...(after?.userTasks.values() ?? [])]).toMatchObject([{ deadline: { dueOn: '2027-01-04' } }]);
    expect(await rung('2027-01-03T00:00:00.000Z', id)).toEqual(['2026-12-28T07:00:00.000Z reminder']);
  });
});
