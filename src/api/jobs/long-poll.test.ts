import { longPoll } from './long-poll.js';
import type { WaitingTime } from './long-poll.js';

/** Time that passes at once, but not past a change: those that are announced at these milliseconds are heard then. */
function virtualTime(changesAt: readonly number[]) {
  const listeners = new Set<() => void>();
  const waiting = [...changesAt];
  let now = 0;
  const pause = async (milliseconds: number, until: AbortSignal): Promise<void> => {
    const end = now + milliseconds;
    while (!until.aborted && waiting[0] !== undefined && waiting[0] <= end) {
      now = Math.max(now, waiting.shift() ?? now);
      listeners.forEach((changed) => changed());
    }
    if (!until.aborted) now = end;
  };
  const time: WaitingTime = { now: () => now, pause };
  const listen = (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  };
  return { time, listen, listeners };
}

/** Waits 20 seconds for a job that is there from `freeAt`; answers what was found and when was asked. */
async function wait(freeAt: number, changesAt: readonly number[], gone = new AbortController()) {
  const { time, listen, listeners } = virtualTime(changesAt);
  const asked: number[] = [];
  const ask = async (): Promise<readonly string[]> => {
    asked.push(time.now());
    return time.now() >= freeAt ? ['jobb'] : [];
  };
  const found = await longPoll(ask, { waitMs: 20_000, gone: gone.signal, listen }, time);
  return { found, asked, listeners: listeners.size };
}

it('asks at once, and again when a change is heard after 1.2 seconds, not before', async () => {
  expect(await wait(1_200, [1_200])).toEqual({ found: ['jobb'], asked: [0, 1_200], listeners: 0 });
});

it('finds after 5 seconds what no change told of, such as a lease that has run out', async () => {
  const { found, asked } = await wait(3_000, []);

  expect(found).toEqual(['jobb']);
  expect(asked).toEqual([0, 5_050]);
});

it('asks once for 40 changes within 40 milliseconds', async () => {
  const changes = Array.from({ length: 40 }, (_, place) => 1_000 + place);

  const { asked } = await wait(1_039, changes);

  expect(asked).toEqual([0, 1_000, 1_050]);
});

it('answers with nothing after its 20 seconds, and no longer listens', async () => {
  expect(await wait(Infinity, [])).toEqual({ found: [], asked: [0, 5_050, 10_100, 15_150, 20_000], listeners: 0 });
});

it('takes nothing for somebody who has gone', async () => {
  const gone = new AbortController();
  gone.abort();

  expect(await wait(0, [], gone)).toEqual({ found: [], asked: [], listeners: 0 });
});
