import { cronCycle } from './cron.js';

describe('a cycle in cron', () => {
  it.each([
    ['0 0/5 * * * ?', 'R/2001-01-01T00:00:00/PT5M'],
    ['*/10 * * * * *', 'R/2001-01-01T00:00:00/PT10S'],
    ['* * * * * ?', 'R/2001-01-01T00:00:00/PT1S'],
    ['30 15 0/6 * * ?', 'R/2001-01-01T00:15:30/PT6H'],
    ['0 30 9 * * ?', 'R/2001-01-01T09:30:00/P1D'],
    ['0 0 8 ? * WED', 'R/2001-01-03T08:00:00/P7D'],
    ['0 0 8 15 * ?', 'R/2001-01-15T08:00:00/P1M'],
    ['0 0 0 24 12 ?', 'R/2001-12-24T00:00:00/P1Y'],
    ['@hourly', 'R/2001-01-01T00:00:00/PT1H'],
  ])('%s is %s', (written, cycle) => {
    expect(cronCycle(written)).toBe(cycle);
  });

  it.each(['0 0 9-17 * * MON-FRI', '0 0/7 * * * ?', '0 0 8 31 * ?', '0 70 9 * * ?', 'R3/PT1H', '0 0 8 * *', ''])(
    '«%s» has no steady period, or is none',
    (written) => {
      expect(cronCycle(written)).toBeUndefined();
    },
  );
});
