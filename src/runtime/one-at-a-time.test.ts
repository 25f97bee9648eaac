import { idOf } from '../shared/id.js';
import { oneAtATime } from './one-at-a-time.js';

const trondheim = idOf<'Tenant'>('trondheim');

describe('work that runs once at a time', () => {
  it('answers calls that come meanwhile by one more run that began after them', async () => {
    const doors: (() => void)[] = [];
    let begun = 0;
    const work = oneAtATime(() => {
      begun += 1;
      return new Promise((resolve) => doors.push(resolve));
    });

    const first = work.run(trondheim);
    const second = work.run(trondheim);
    const third = work.run(trondheim);
    expect(begun).toBe(1);

    doors.shift()?.();
    await first;
    await Promise.resolve();
    expect(begun).toBe(2);

    doors.shift()?.();
    await Promise.all([second, third]);
    expect(begun).toBe(2);
  });

  it('runs again after a failure', async () => {
    let begun = 0;
    const work = oneAtATime(async () => {
      begun += 1;
      if (begun === 1) throw new Error('Connection lost');
    });

    await expect(work.run(trondheim)).rejects.toThrow('Connection lost');
    await expect(work.run(trondheim)).resolves.toBeUndefined();
  });
});
