import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import type { RunFigures } from './simulate.js';

// npm run sim -- --seeds N --steps M [--from S]: random processes with random faults against the oracle, on every core.
const tell = (stream: NodeJS.WritableStream, line: string): void => void stream.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    steps: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    stride: { type: 'string' },
  },
});
const [seeds, steps, from] = [values.seeds, values.steps, values.from].map(Number) as [number, number, number];

interface Report extends RunFigures {
  readonly seeds: number;
}

const nothing: Report = { seeds: 0, steps: 0, cases: 0, accepted: 0, refused: 0 };

const added = (one: Report, other: Report): Report => ({
  seeds: one.seeds + other.seeds,
  steps: one.steps + other.steps,
  cases: one.cases + other.cases,
  accepted: one.accepted + other.accepted,
  refused: one.refused + other.refused,
});

/** Every so-manieth seed; stops at the first violation. */
async function work(stride: number): Promise<void> {
  // Who leads needs nothing of the engine.
  const { runSeed } = await import('./run-seed.js');
  const { shrink } = await import('./shrink.js');
  let report = nothing;
  for (let seed = from; seed < from + seeds; seed += stride) {
    const outcome = runSeed(seed, steps);
    if (!outcome.ok) {
      const { block, steps: fewest, message } = shrink(outcome);
      const shrunk = { seed, first: outcome.message, message, block, steps: fewest };
      process.stdout.write(`${JSON.stringify({ violation: shrunk })}\n`);
      process.exit(1);
    }
    report = added(report, { seeds: 1, ...outcome.figures });
  }
  process.stdout.write(`${JSON.stringify({ report })}\n`);
}

async function lead(): Promise<void> {
  const startedAt = performance.now();
  const cores = Math.min(availableParallelism(), seeds);
  const answers = await Promise.all(Array.from({ length: cores }, (_, core) => hire(from + core, cores)));
  const violation = answers.find((answer) => 'violation' in answer);
  const report = answers.map((answer) => ('report' in answer ? answer.report : nothing)).reduce(added);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (violation !== undefined && 'violation' in violation) {
    tell(process.stderr, `VIOLATION with seed ${violation.violation.seed}: ${violation.violation.first}`);
    tell(process.stderr, `Shrunk: ${violation.violation.message}\n${JSON.stringify(violation.violation, null, 1)}`);
    process.exit(1);
  }
  tell(
    process.stdout,
    `${report.seeds} seeds, ${report.steps} steps, ${report.cases} cases, ${report.accepted} commands accepted, ${report.refused} refused as they must: no violation in ${seconds} s`,
  );
}

type Answer =
  | { readonly report: Report }
  | { readonly violation: { readonly seed: number; readonly first: string; readonly message: string } };

async function hire(first: number, cores: number): Promise<Answer> {
  const last = from + seeds - first;
  const own = ['--from', String(first), '--seeds', String(last), '--steps', String(steps), '--stride', String(cores)];
  const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, ...own], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('Expected a worker to report, but it ended');
}

if (values.stride === undefined) await lead();
else await work(Number(values.stride));
