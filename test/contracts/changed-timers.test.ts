import { accepted, claim, complete, kari, newCase, start } from '../support/contract-commands.js';
import { implementations, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

describe.each(implementations)('a timer that is set to another time, on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
  }, 180_000);
  afterEach(() => world.stop());

  const give = async (request: ReturnType<typeof start>) =>
    accepted((await world.store.change(trondheim, [request]))[0]);

  /** A case that waits for a day, with its alarm. */
  async function waiting() {
    const id = newCase();
    const { instance: begun } = await give(start(id));
    const { instance: claimed } = await give(claim(begun));
    const { instance } = await give(complete(claimed));
    const alarm = [...instance.timers.values()].find(({ node }) => node === 'vent');
    if (alarm === undefined) throw new Error('Expected an alarm');
    const change = (dueAt: string) =>
      give({
        tenant: trondheim,
        processInstanceId: id,
        command: { type: 'ChangeTimer', timerId: alarm.id, dueAt, reason: 'Avtalt', actor: kari },
      });
    return { id, alarm, change };
  }

  const later = (at: string, hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
  /** What rings when the clock is moved to a time. */
  async function ringsAt(at: string): Promise<readonly string[]> {
    await world.clock.moveTo(trondheim, at);
    const due = await world.store.changeDue(trondheim, { limit: 10, except: [] });
    return due
      .flatMap(({ outcome }) => accepted(outcome).events.map(({ type }) => type))
      .filter((type) => type === 'TimerFired');
  }

  it('does not ring a day after, when it was drawn, but two days after, and its reason is in the case', async () => {
    const { id, alarm, change } = await waiting();
    const dueAt = later(alarm.dueAt, 24);

    await change(dueAt);

    expect((await world.snapshot(trondheim, id))?.timers.get(alarm.id)).toMatchObject({
      dueAt,
      changed: { drawnAt: alarm.dueAt, reason: 'Avtalt', by: 'kari' },
    });
    expect(await ringsAt(alarm.dueAt)).toEqual([]);
    expect(await ringsAt(dueAt)).toEqual(['TimerFired']);
  });

  it('rings two hours earlier when it is set to two hours earlier', async () => {
    const { alarm, change } = await waiting();
    const dueAt = later(alarm.dueAt, -2);

    await change(dueAt);

    expect(await ringsAt(later(dueAt, -1))).toEqual([]);
    expect(await ringsAt(dueAt)).toEqual(['TimerFired']);
    expect(await ringsAt(alarm.dueAt)).toEqual([]);
  });

  it('asks whoever wakes it for the new time', async () => {
    const { alarm, change } = await waiting();
    const dueAt = later(alarm.dueAt, 24);

    const { effects } = await change(dueAt);

    expect(effects).toEqual([expect.objectContaining({ type: 'ScheduleTimer', timerId: alarm.id, dueAt })]);
  });
});
