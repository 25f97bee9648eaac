import { once } from 'node:events';
import { writeSync } from 'node:fs';
import type { JobHandler } from '../../../src/runtime/jobs/job-handler.js';
import type { Notifier } from '../../../src/runtime/ports.js';
import { openOffice } from './office.js';
import { tell } from './receiver.js';

// node --import ./tools/run-typescript.mjs test/chaos/support/poison-process.ts <url> <port>: a worker that swallows what it is given. It
// begins at the first line on standard input.
const [url = '', port = ''] = process.argv.slice(2);
const receiver = Number(port);

/** Does what the poison does to whoever works on it; nothing where there is none. */
function swallow(poison: unknown): void {
  if (poison === 'exit') process.exit(7);
  if (poison === 'kill') process.kill(process.pid, 'SIGKILL');
  if (poison === 'throw') throw new Error('Expected an archive, but it is poisonous');
  if (poison !== 'loop') return;
  // Who watches over the process must end it: it hears nothing any more.
  writeSync(1, 'loops\n');
  for (;;);
}

const work: JobHandler = {
  type: 'si-fra',
  run: async ({ key, processInstanceId, node, variables: { gift } }) => {
    swallow(gift);
    // More than the process has room for.
    if (gift === 'enormous') return { svar: Array.from({ length: 1e8 }, (_, place) => ({ place })) };
    await tell(receiver, `${key} ${processInstanceId}/${node}`);
    return {};
  },
};

const notifier: Notifier = {
  notify: async ({ key, processInstanceId, effect }) => {
    if (effect.node === 'giftig') swallow('kill');
    await tell(receiver, `${key} ${processInstanceId}/${effect.kind}-${effect.node}`);
  },
};

await once(process.stdin, 'data');
const office = await openOffice({ url, receiver, jobs: [work], notifier, sweepEveryMs: 250 });
// What was claimed by the one that died is free again, as for a process that is alone.
await office.work({ takeOver: true });
