import { cronCycle, quartzCycle } from './cron.js';

describe('a cycle in cron', () => {
  it.each(['0 0/5 * * * ?', '0 0 9-17 * * MON-FRI', '0 0 8 L * ?', '0 0 8 ? * FRI#2', '@hourly'])(
    '«%s» is marked as what it is',
    (written) => {
      expect(cronCycle(written)).toBe(`cron ${written}`);
    },
  );

  it.each([
    '0 70 9 * * ?',
    '0 0 24 * * ?',
    '0 0 8 * *',
    '0 0 8 32 * ?',
    '0 0 8 ? * FRI#6',
    'R3/PT1H',
    '0 0/0 * * * ?',
    '',
  ])('«%s» is none', (written) => {
    expect(cronCycle(written)).toBeUndefined();
  });

  it.each([
    ['0 0 8 ? * 1', 'cron 0 0 8 ? * SUN'],
    ['0 0 8 ? * 2-6', 'cron 0 0 8 ? * MON-FRI'],
    ['0 0 8 ? * 6#3', 'cron 0 0 8 ? * FRI#3'],
    ['0 0 8 ? * 6L', 'cron 0 0 8 ? * FRIL'],
    ['0 0 8 ? * 1/2', 'cron 0 0 8 ? * SUN/2'],
    ['@daily', 'cron @daily'],
  ])('of Quartz counts weekdays from Sunday: %s is %s', (written, cycle) => {
    expect(quartzCycle(written)).toBe(cycle);
  });
});
