import { numbers, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import type { HouseProcess } from './support/house-process.js';
import { openHouse, type House } from './support/house.js';
import { settle, verify } from './support/verify-house.js';

/** T19, its first half: a whole house is restarted one process after the other while it is used; reps are rounds. */
export const usualReps = 3;

const lanes = 6;

interface Plan {
  readonly kinds: readonly HouseProcess['kind'][];
  readonly rounds: number;
}

interface Restarts {
  readonly ends: number[];
  readonly starts: number[];
}

/** Each process once by itself, ended as an upgrade ends it; in every second round it is killed. */
async function restartAll({ processes }: House, round: number, { ends, starts }: Restarts): Promise<void> {
  for (const one of processes) {
    const signal = round % 2 === 0 ? 'SIGTERM' : 'SIGKILL';
    const seconds = await one.end(signal);
    if (signal === 'SIGTERM') ends.push(seconds);
    starts.push(await one.start());
  }
}

async function play({ kinds, rounds }: Plan, { say }: ChaosOptions): Promise<ChaosOutcome> {
  const house = await openHouse(kinds);
  const { load } = house;
  const restarts: Restarts = { ends: [], starts: [] };
  try {
    const stopLoad = load.begin(lanes);
    for (const round of numbers(rounds)) {
      await restartAll(house, round, restarts);
      say(`round ${round + 1} of ${rounds}: ${load.begun.size} cases, ${JSON.stringify(load.figures())}`);
    }
    await stopLoad();
    const begun = performance.now();
    await settle(house);
    const settledSeconds = rounded((performance.now() - begun) / 1000);
    const faults = await verify(house);
    const figures = { restarts: restarts.starts.length, ...load.figures(), mails: house.mail.attempts.size };
    const longestStopSeconds = rounded(Math.max(...restarts.ends));
    return { faults, figures: { ...figures, longestStopSeconds, settledSeconds } };
  } finally {
    await house.close();
  }
}

export const run = (options: ChaosOptions): Promise<ChaosOutcome> =>
  play({ kinds: ['web', 'web', 'worker', 'worker'], rounds: options.reps }, options);

/** A house of two, each ended and started once. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> =>
  play({ kinds: ['web', 'worker'], rounds: 1 }, options);
