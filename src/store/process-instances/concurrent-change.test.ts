import { StoreUnavailable } from '../../runtime/store-unavailable.js';
import { ConcurrentChange, retryOnConcurrentChange } from './concurrent-change.js';

/** Rests that nobody waits for, written down. */
function patienceOf(chance: number) {
  const rests: number[] = [];
  return { rests, chance: () => chance, rest: async (milliseconds: number) => void rests.push(milliseconds) };
}

/** Meets somebody the first so many times. */
function meeting(times: number) {
  const met = { count: 0 };
  return async () => {
    met.count += 1;
    if (met.count <= times) throw new ConcurrentChange('met');
    return met.count;
  };
}

describe('a transaction that meets another one', () => {
  it('is tried five times, after rests that double and are drawn between 5 and 10, and 40 and 80 milliseconds', async () => {
    const [least, most] = [patienceOf(0), patienceOf(1)];

    expect(await retryOnConcurrentChange(meeting(4), least)).toBe(5);
    expect(await retryOnConcurrentChange(meeting(4), most)).toBe(5);

    expect(least.rests).toEqual([5, 10, 20, 40]);
    expect(most.rests).toEqual([10, 20, 40, 80]);
  });

  it('is for whoever asks later when it met others five times', async () => {
    await expect(retryOnConcurrentChange(meeting(5), patienceOf(0.5))).rejects.toThrow(StoreUnavailable);
  });

  it('is not tried again, and does not rest, when something else went wrong', async () => {
    const patience = patienceOf(0.5);
    const work = () => Promise.reject(new Error('Expected a row'));

    await expect(retryOnConcurrentChange(work, patience)).rejects.toThrow('Expected a row');
    expect(patience.rests).toEqual([]);
  });
});
