import { addDuration } from './period.js';
import { nextRing, parseCycle, parseTimerDate } from './timer.js';

describe('a timer of the diagram', () => {
  it('reads a time without offset as Norwegian time', () => {
    expect(parseTimerDate('2026-01-06T09:00')).toBe('2026-01-06T08:00:00.000Z');
    expect(parseTimerDate('2026-07-07')).toBe('2026-07-06T22:00:00.000Z');
    expect(parseTimerDate('2026-01-06T09:00:00Z')).toBe('2026-01-06T09:00:00.000Z');
    expect(parseTimerDate('i morgen')).toBeUndefined();
  });

  it('adds one day of 25 hours and 24 hours differently on 24 October 2026', () => {
    expect(addDuration('2026-10-24T10:00:00.000Z', 'P1D')).toBe('2026-10-25T11:00:00.000Z');
    expect(addDuration('2026-10-24T10:00:00.000Z', 'PT24H')).toBe('2026-10-25T10:00:00.000Z');
  });

  it.each(['R', 'R3', 'R3/', 'R3/P0D', '3/P1D', 'R/x/P1D', 'R/a/b/P1D', 'R/-P1D'])('refuses the cycle %s', (text) => {
    expect(parseCycle(text)).toBeUndefined();
  });
});

describe('a cycle', () => {
  const setAt = '2026-11-24T08:00:00.000Z';

  it('of 3 rings every 10 minutes ends after the third', () => {
    const rings = [setAt, '2026-11-24T08:10:00.000Z', '2026-11-24T08:20:00.000Z', '2026-11-24T08:30:00.000Z'].map(
      (after) => nextRing('R3/PT10M', { setAt, after }),
    );

    expect(rings).toEqual([
      { dueAt: '2026-11-24T08:10:00.000Z', repeatsLeft: 2 },
      { dueAt: '2026-11-24T08:20:00.000Z', repeatsLeft: 1 },
      { dueAt: '2026-11-24T08:30:00.000Z', repeatsLeft: 0 },
      undefined,
    ]);
  });

  it('every Tuesday at 09:00 keeps 09:00 over the change to summer time', () => {
    const next = nextRing('R/2026-01-06T09:00/P7D', { setAt, after: '2027-03-28T12:00:00.000Z' });

    expect(next).toEqual({ dueAt: '2027-03-30T07:00:00.000Z' });
  });

  it('whose day is 17 May 2027 moves to 18 May and back to its weekday after', () => {
    const cycle = 'R/2026-01-05T09:00/P7D';

    const moved = nextRing(cycle, { setAt, after: '2027-05-16T00:00:00.000Z', rounding: 'forward' });
    const following = nextRing(cycle, { setAt, after: moved?.dueAt ?? setAt, rounding: 'forward' });

    expect([moved?.dueAt, following?.dueAt]).toEqual(['2027-05-18T07:00:00.000Z', '2027-05-24T07:00:00.000Z']);
  });

  it('of 36 hours is counted out from its start, over summer time and to its last ring', () => {
    const cycle = 'R4/2026-03-28T09:00/PT36H';

    const next = (after: string) => nextRing(cycle, { setAt: '2026-03-01T08:00:00.000Z', after });

    expect(next('2026-03-01T08:00:00.000Z')).toEqual({ dueAt: '2026-03-28T08:00:00.000Z', repeatsLeft: 3 });
    expect(next('2026-03-28T08:00:00.000Z')).toEqual({ dueAt: '2026-03-29T20:00:00.000Z', repeatsLeft: 2 });
    expect(next('2026-04-01T07:59:59.999Z')).toEqual({ dueAt: '2026-04-01T20:00:00.000Z', repeatsLeft: 0 });
    expect(next('2026-04-01T20:00:00.000Z')).toBeUndefined();
  });

  it('that slept for a year rings once, not 52 times', () => {
    expect(nextRing('R/P7D', { setAt, after: '2027-11-24T08:00:00.000Z' })).toEqual({
      dueAt: '2027-11-30T08:00:00.000Z',
    });
  });
});

describe('a cycle that is counted back from its end', () => {
  const rings = (cycle: string): readonly (string | undefined)[] => {
    const setAt = '2026-01-05T08:00:00.000Z';
    const found: (string | undefined)[] = [];
    for (let after: string | undefined = setAt; after !== undefined; found.push(after)) {
      after = nextRing(cycle, { setAt, after })?.dueAt;
    }
    return found.map((at) => at?.slice(0, 16));
  };

  it('rings where each of its 3 hours begins, the last an hour before the end', () => {
    expect(rings('R3/PT1H/2026-01-05T14:00:00Z')).toEqual([
      '2026-01-05T11:00',
      '2026-01-05T12:00',
      '2026-01-05T13:00',
      undefined,
    ]);
  });

  it('rings as often as there is time where it has no number, and what has passed does not ring', () => {
    expect(rings('R/PT1H/2026-01-05T10:30:00Z')).toEqual(['2026-01-05T08:30', '2026-01-05T09:30', undefined]);
    expect(rings('R9/P1M/2026-03-31T12:00:00Z')).toEqual(['2026-01-30T13:00', '2026-02-28T13:00', undefined]);
    expect(rings('R3/PT1H/2026-01-05T08:00:00Z')).toEqual([undefined]);
  });
});

it('finds the next ring of a cycle of one minute after 900 years away without going through 473 million rings', () => {
  const ring = nextRing('R/PT1M', { setAt: '2025-11-24T09:00:30.000Z', after: '2925-11-24T09:00:10.000Z' });

  expect(ring).toEqual({ dueAt: '2925-11-24T09:00:30.000Z' });
});

it('takes a period shorter than a second for no cycle', () => {
  expect(parseCycle('R/PT0.5S')).toBeUndefined();
});
