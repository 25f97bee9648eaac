import { flows, processXml, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';
import { boundary, catching, end, processes, start, timer } from './models.js';

const waiting = (definition: string): string =>
  processXml(`${start('s')}${catching('w', definition)}${end('e')}${flows('s > w > e')}`);

async function at(clock: string, xml: string, longestWork?: number): Promise<BenchLine> {
  const bench = new BenchLine(longestWork);
  await bench.do('reset', { clock });
  await bench.deploy(xml);
  return bench;
}

describe('the virtual clock', () => {
  it('stands at 2026-01-05 08:00 UTC after a reset, or where it is put', async () => {
    const bench = await at('2026-03-01T10:00:00+01:00', waiting(timer('timeDuration', 'PT1H')));
    await bench.start('prosess');

    expect((await bench.do('timers')).timers).toMatchObject([{ element: 'w', dueAt: '2026-03-01T10:00:00.000Z' }]);
    await bench.do('reset');
    await bench.deploy(waiting(timer('timeDuration', 'PT1H')));
    await bench.start('prosess');
    expect((await bench.do('timers')).timers).toMatchObject([{ dueAt: '2026-01-05T09:00:00.000Z' }]);
  });

  it.each([
    ['a day across the change to summer time is 23 hours', '2026-03-28T12:00:00Z', 'P1D', '2026-03-29T11:00:00.000Z'],
    ['24 hours across it are 24 hours', '2026-03-28T12:00:00Z', 'PT24H', '2026-03-29T12:00:00.000Z'],
    ['a day across the change to winter time is 25 hours', '2026-10-24T12:00:00Z', 'P1D', '2026-10-25T13:00:00.000Z'],
    [
      'a month from the last of January ends on the last of February',
      '2026-01-31T08:00:00Z',
      'P1M',
      '2026-02-28T08:00:00.000Z',
    ],
    ['a week is seven days', '2026-01-05T08:00:00Z', 'P1W', '2026-01-12T08:00:00.000Z'],
  ])('%s', async (_, clock, duration, dueAt) => {
    const bench = await at(clock, waiting(timer('timeDuration', duration)));
    const instance = await bench.start('prosess');

    const { fired } = await bench.do('advance', { duration });

    expect(fired).toEqual([{ id: expect.any(String), element: 'w', instance, dueAt }]);
    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', endedAt: dueAt });
  });

  it('fires timers in order of their time, each at its own', async () => {
    const bench = await at(
      '2026-01-05T08:00:00Z',
      processes({
        p: `${start('s')}<parallelGateway id="g"/>${catching('late', timer('timeDuration', 'P2D'))}${catching('early', timer('timeDuration', 'P1D'))}<parallelGateway id="j"/>${end('e')}${flows('s > g > late > j', 'g > early > j', 'j > e')}`,
      }),
    );
    const instance = await bench.start('p');

    const { fired } = await bench.do('advance', { duration: 'P10D' });

    expect(fired.map(({ element, dueAt }) => [element, dueAt])).toEqual([
      ['early', '2026-01-06T08:00:00.000Z'],
      ['late', '2026-01-07T08:00:00.000Z'],
    ]);
    expect(await bench.do('instance', { instance })).toMatchObject({ endedAt: '2026-01-07T08:00:00.000Z' });
  });

  it('fires nothing before its time, and with PT0S what is due now', async () => {
    const bench = await at('2026-01-05T08:00:00Z', waiting(timer('timeDate', '2026-01-05T08:00:00Z')));
    await bench.start('prosess');

    expect((await bench.do('timers')).timers).toHaveLength(1);
    expect((await bench.do('advance', { duration: 'PT0S' })).fired).toHaveLength(1);
    expect((await bench.do('advance', { duration: 'PT0S' })).fired).toEqual([]);
  });

  it('advances to an instant, but never back', async () => {
    const bench = await at('2026-01-05T08:00:00Z', waiting(timer('timeDuration', 'P3D')));
    await bench.start('prosess');

    expect((await bench.do('advanceTo', { at: '2026-01-08T07:59:59Z' })).fired).toEqual([]);
    expect((await bench.do('advanceTo', { at: '2026-01-08T08:00:00Z' })).fired).toHaveLength(1);
    expect(await bench.refusal('advanceTo', { at: '2026-01-01T00:00:00Z' })).toBe('BAD_REQUEST');
  });

  it.each([['tomorrow'], ['-P1D'], ['P'], [''], ['P99999999Y'], ['PT1E9S']])(
    'refuses to advance by %j',
    async (duration) => {
      expect(await new BenchLine().refusal('advance', { duration })).toBe('BAD_REQUEST');
    },
  );

  it('fires one timer early when it is told to; the clock stands still', async () => {
    const bench = await at('2026-01-05T08:00:00Z', waiting(timer('timeDuration', 'P30D')));
    const instance = await bench.start('prosess');
    const [set] = (await bench.do('timers', { instance })).timers;

    await bench.do('fireTimer', { timer: set?.id });

    expect(await bench.do('instance', { instance })).toMatchObject({
      state: 'completed',
      endedAt: '2026-01-05T08:00:00.000Z',
    });
    expect(await bench.refusal('fireTimer', { timer: set?.id })).toBe('NOT_FOUND');
  });

  it('rings a cycle on the edge of a task again and again', async () => {
    const edge = '<boundaryEvent id="b" attachedToRef="t" cancelActivity="false">';
    const bench = await at(
      '2026-01-05T08:00:00Z',
      processXml(
        `${start('s')}${userTask('t')}${edge}${timer('timeCycle', 'R3/P1D')}</boundaryEvent>${end('e')}${end('r')}${flows('s > t > e', 'b > r')}`,
      ),
    );
    const instance = await bench.start('prosess');

    expect((await bench.do('timers', { instance })).timers).toMatchObject([{ element: 'b', repeat: 'R3/P1D' }]);
    const { fired } = await bench.do('advance', { duration: 'P10D' });

    expect(fired.map(({ dueAt }) => dueAt)).toEqual([
      '2026-01-06T08:00:00.000Z',
      '2026-01-07T08:00:00.000Z',
      '2026-01-08T08:00:00.000Z',
    ]);
    expect(await bench.violations()).toEqual([]);
  });

  it('interrupts a task on whose edge a timer rings', async () => {
    const bench = await at(
      '2026-01-05T08:00:00Z',
      processXml(
        `${start('s')}${userTask('t')}${boundary('b', 't', timer('timeDuration', 'P1D'))}${end('e')}${end('late')}${flows('s > t > e', 'b > late')}`,
      ),
    );
    const instance = await bench.start('prosess');
    await bench.do('advance', { duration: 'P1D' });

    const { trace } = await bench.do('trace', { instance });
    expect(trace.filter(({ element }) => element === 't').map(({ event }) => event)).toEqual(['entered', 'terminated']);
    expect((await bench.do('tasks')).tasks).toEqual([]);
  });
});

describe('timer start events', () => {
  const starting = (text: string, kind: 'timeCycle' | 'timeDate' | 'timeDuration' = 'timeCycle'): string =>
    processXml(`${start('s', timer(kind, text))}${end('e')}${flows('s > e')}`);

  it('start an instance at each ring of a cycle', async () => {
    const bench = await at('2026-01-05T08:00:00Z', starting('R3/PT12H'));

    expect((await bench.do('timers')).timers).toMatchObject([
      { element: 's', instance: null, dueAt: '2026-01-05T20:00:00.000Z', repeat: 'R3/PT12H' },
    ]);
    await bench.do('advance', { duration: 'P10D' });

    expect((await bench.do('instances', { process: 'prosess' })).instances).toHaveLength(3);
    expect((await bench.do('timers')).timers).toEqual([]);
  });

  it('start an instance at a date, and after a duration', async () => {
    const bench = await at('2026-01-05T08:00:00Z', starting('2026-02-01', 'timeDate'));
    await bench.deploy(processes({ other: `${start('s', timer('timeDuration', 'P2D'))}${end('e')}${flows('s > e')}` }));

    const { fired } = await bench.do('advance', { duration: 'P60D' });

    expect(fired.map(({ dueAt }) => dueAt)).toEqual(['2026-01-07T08:00:00.000Z', '2026-01-31T23:00:00.000Z']);
  });

  it('of an older version start nothing once a newer one is deployed', async () => {
    const bench = await at('2026-01-05T08:00:00Z', starting('R/PT1H'));
    await bench.deploy(starting('R/P1D'));

    const { fired } = await bench.do('advance', { duration: 'P1D' });

    expect(fired).toHaveLength(1);
    expect((await bench.do('instances')).instances).toMatchObject([{ version: 2 }]);
  });

  it('fire when they are told to', async () => {
    const bench = await at('2026-01-05T08:00:00Z', starting('R2/P1D'));
    const [set] = (await bench.do('timers')).timers;

    await bench.do('fireTimer', { timer: set?.id });

    expect((await bench.do('instances')).instances).toHaveLength(1);
    expect((await bench.do('timers')).timers).toHaveLength(1);
  });

  it('that ring for ever end a long advance with an error: as many have begun as there were minutes, and the next is set', async () => {
    const bench = await at('2026-01-05T08:00:00Z', starting('R/PT1M'), 300);

    const code = await bench.refusal('advance', { duration: 'P50Y' });

    expect(code).toBe('TOO_LONG');
    const begun = (await bench.do('instances')).instances.length;
    const next = new Date(Date.parse('2026-01-05T08:00:00Z') + (begun + 1) * 60_000).toISOString();
    expect((await bench.do('timers')).timers).toMatchObject([{ dueAt: next }]);
  });
});
