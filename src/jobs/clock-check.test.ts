import { createClockCheck } from './clock-check.js';

const noon = Date.parse('2026-11-23T12:00:00.000Z');

/** A process whose clock is so many seconds off the server's, and may be set. */
function processWhoseClockIsOff(seconds: number) {
  const clock = { server: noon, off: seconds * 1000, asked: 0 };
  const server = { now: async () => ((clock.asked += 1), new Date(clock.server).toISOString()) };
  return { clock, check: createClockCheck(server, () => clock.server + clock.off) };
}

it.each([0, 29.9, -29.9])('trusts a clock that is %d s off the database’s', async (seconds) => {
  expect(await processWhoseClockIsOff(seconds).check.isTrusted()).toBe(true);
});

it.each([30.1, -30.1, 7_200])('does not trust one that is %d s off', async (seconds) => {
  const { check } = processWhoseClockIsOff(seconds);

  expect(await check.isTrusted()).toBe(false);
  expect(await check.secondsOff()).toBe(Math.abs(seconds));
});

it('asks the database again after ten seconds, and when the clock was set back', async () => {
  const { clock, check } = processWhoseClockIsOff(0);
  await check.isTrusted();
  clock.server += 9_000;
  await check.isTrusted();
  expect(clock.asked).toBe(1);

  clock.server += 1_000;
  await check.isTrusted();
  expect(clock.asked).toBe(2);

  clock.off = -3_600_000;
  expect(await check.isTrusted()).toBe(false);
});
