// Checks the models of the protocol with Spin: every property holds, and every seeded defect breaks the one it should.
// Needs `spin` and a C compiler (Debian: apt-get install spin gcc).
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const models = [
  {
    file: 'timer-outbox.pml',
    properties: ['ringsOnce', 'cancelledOrFired', 'nothingUnasked', 'decided', 'handedOver'],
    bugs: {
      STALE_READ: 'ringsOnce',
      CANCEL_FIRED: 'cancelledOrFired',
      SEND_BEFORE_COMMIT: 'nothingUnasked',
      OWN_CLOCK: 'ringsOnce',
      NO_SWEEPER: 'decided',
      NO_LEASE_END: 'handedOver',
      MARK_BEFORE_SEND: 'handedOver',
    },
  },
  {
    file: 'lease.pml',
    properties: ['completesOnce', 'onlyTheHolder', 'bounded', 'settled'],
    bugs: {
      NO_FENCING: 'onlyTheHolder',
      COMPLETES_TWICE: 'completesOnce',
      COUNT_AFTER_RUN: 'bounded',
      NO_LEASE_END: 'settled',
    },
  },
];

const isLiveness = (property) => ['decided', 'handedOver', 'settled'].includes(property);

/** Builds the model, with a defect in it or none, and searches it for each property; answers what was seen of each. */
function search(file, properties, bug) {
  const folder = mkdtempSync(join(tmpdir(), 'boligflyt-model-'));
  const run = (program, args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  try {
    copyFileSync(new URL(file, import.meta.url), join(folder, file));
    run('spin', ['-a', ...(bug === undefined ? [] : [`-D${bug}`]), file]);
    run('cc', ['-O1', '-w', '-DNFAIR=3', '-o', 'pan', 'pan.c']);
    return properties.map((property) => {
      // What must happen in the end is asked with weak fairness: a process that can go on for ever does so at some time.
      const said = run('./pan', ['-a', ...(isLiveness(property) ? ['-f'] : []), '-m1000000', '-N', property]);
      const errors = Number(/errors: (\d+)/.exec(said)?.[1]);
      const states = Number(/(\d+) states, stored/.exec(said)?.[1]);
      if (Number.isNaN(errors) || said.includes('search depth too small')) throw new Error(`${file}: ${said}`);
      return { property, isBroken: errors > 0, states };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let wrong = 0;
function report(name, isRight, states) {
  if (!isRight) wrong += 1;
  process.stdout.write(`${isRight ? '✓' : '✗'} ${name} (${states} states)\n`);
}

for (const { file, properties, bugs } of models) {
  for (const { property, isBroken, states } of search(file, properties)) {
    report(`${file}: ${property} holds`, !isBroken, states);
  }
  for (const [bug, broken] of Object.entries(bugs)) {
    for (const { property, isBroken, states } of search(file, [broken], bug)) {
      report(`${file}: ${bug} is found, by ${property}`, isBroken, states);
    }
  }
}
process.stdout.write(wrong === 0 ? 'every property holds, every seeded defect is found\n' : `${wrong} wrong\n`);
process.exitCode = wrong === 0 ? 0 : 1;
