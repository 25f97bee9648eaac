import { idOf } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';
import { TimeTravel } from './time-travel.js';

const trondheim = idOf<'Tenant'>('trondheim');

/** A municipality with alarms at given instants; a drain rings what is due and notes when. */
function municipality(alarms: readonly Instant[], options: { readonly demo?: boolean; readonly stuck?: boolean } = {}) {
  let now: Instant = '2026-11-25T09:00:00.000Z';
  const waiting = [...alarms].sort();
  const rung: Instant[] = [];
  const clock = {
    now: async () => now,
    moveTo: async (_tenant: TenantId, at: Instant) => {
      if (options.demo === false || at < now) return false;
      now = at;
      return true;
    },
  };
  const next = async () => waiting[0];
  const outbox = { nextDueAt: next, nextWorkAt: next };
  const drain = async () => {
    for (let due = waiting[0]; due !== undefined && due <= now && !options.stuck; due = waiting[0]) {
      rung.push(now);
      waiting.shift();
    }
  };
  return { travel: new TimeTravel(clock, outbox, drain), rung, clock };
}

describe('time travel', () => {
  it('stops at every alarm on the way, so that each rings at its own time', async () => {
    const { travel, rung } = municipality([
      '2026-11-27T07:00:00.000Z',
      '2026-11-26T07:00:00.000Z',
      '2026-12-09T07:00:00.000Z',
    ]);

    const outcome = await travel.advance(trondheim, { by: 'week' });

    expect(outcome).toEqual({ ok: true, now: '2026-12-02T09:00:00.000Z' });
    expect(rung).toEqual(['2026-11-26T07:00:00.000Z', '2026-11-27T07:00:00.000Z']);
  });

  it('goes to the next thing that falls due and no further', async () => {
    const { travel, rung } = municipality(['2026-12-09T07:00:00.000Z', '2026-12-10T07:00:00.000Z']);

    const outcome = await travel.advance(trondheim, { by: 'next-deadline' });

    expect(outcome).toEqual({ ok: true, now: '2026-12-09T07:00:00.000Z' });
    expect(rung).toEqual(['2026-12-09T07:00:00.000Z']);
  });

  it('counts a day by the calendar in Norway, also when the clocks go forward on 2027-03-28', async () => {
    const { travel } = municipality([]);
    await travel.advance(trondheim, { to: '2027-03-27T09:00:00.000Z' });

    const outcome = await travel.advance(trondheim, { by: 'day' });

    expect(outcome).toEqual({ ok: true, now: '2027-03-28T08:00:00.000Z' });
  });

  it('is refused outside demo mode, and back in time', async () => {
    const live = municipality(['2026-11-26T07:00:00.000Z'], { demo: false });
    const demo = municipality([]);

    expect(await live.travel.advance(trondheim, { by: 'day' })).toEqual({ ok: false, reason: 'time-travel-refused' });
    expect(live.rung).toEqual([]);
    expect(await demo.travel.advance(trondheim, { to: '2026-11-24T00:00:00.000Z' })).toEqual({
      ok: false,
      reason: 'time-travel-refused',
    });
  });

  it('arrives although one case never lets its alarm ring', async () => {
    const { travel } = municipality(['2026-11-26T07:00:00.000Z'], { stuck: true });

    expect(await travel.advance(trondheim, { by: 'week' })).toEqual({ ok: true, now: '2026-12-02T09:00:00.000Z' });
  });
});
