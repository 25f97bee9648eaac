import { idOf } from '../shared/id.js';
import { createAlarmClock } from './alarm-clock.js';
import type { Wake } from './wake-queue.js';

const tenant = idOf<'Tenant'>('trondheim');
const clock = { now: async () => new Date(0).toISOString() };

it('gives two hints for the effects of 100 commands at once: one at once, and one for those that came while it was given', async () => {
  const hints: Wake[] = [];
  const alarms = createAlarmClock({ add: async (wake) => void hints.push(wake) }, clock);

  await Promise.all(Array.from({ length: 100 }, () => alarms.effectsWaiting(tenant)));

  expect(hints).toEqual([
    { kind: 'effects', tenant },
    { kind: 'effects', tenant },
  ]);
});
