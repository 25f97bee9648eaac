import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SeededBug } from './seeded-bug.js';
import { seededBugs } from './seeded-bugs.js';

// npm run sim:bugs [-- --only name]: makes each seeded bug in turn and lets the simulator look for it.
const tell = (stream: NodeJS.WritableStream, line: string): void => void stream.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seeds: { type: 'string', default: '20000' },
    steps: { type: 'string', default: '60' },
  },
});
const wanted = seededBugs.filter(({ name }) => values.only === undefined || name === values.only);
const waiting = [...wanted];
const missed: string[] = [];

/** The seed that found it, with the first words of what was broken; undefined when no seed did. */
async function hunt(bug: SeededBug): Promise<string | undefined> {
  const run = ['--seeds', values.seeds, '--steps', values.steps, '--stride', '1'];
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'sim.ts'), ...run], {
    env: { ...process.env, SEEDED_BUG: JSON.stringify(bug) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  const answer = JSON.parse(text);
  return answer.violation && `seed ${answer.violation.seed}: ${answer.violation.message.slice(0, 120)}`;
}

async function work(): Promise<void> {
  for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) {
    const found = await hunt(bug);
    if (found === undefined) missed.push(bug.name);
    tell(
      process.stdout,
      `${found === undefined ? '✗' : '✓'} ${bug.name.padEnd(40)} ${found ?? `not found by ${values.seeds} seeds`}`,
    );
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
tell(process.stdout, `${wanted.length - missed.length} of ${wanted.length} found`);
process.exit(missed.length === 0 ? 0 : 1);
