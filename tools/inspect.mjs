// npm run inspect -- <case>: plays the journal of one case in Stately's inspector, one actor per token.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createWebSocketInspector } from '@statelyai/inspect';
import { createInspectorServer } from '@statelyai/inspect/server';

const port = Number(process.env.INSPECT_PORT ?? 8080);
const steps = await stepsOf(process.argv[2] ?? '');
if (steps.length === 0) process.exit(1);

const server = createInspectorServer({ port, autoOpen: process.stdin.isTTY === true });
const inspector = createWebSocketInspector({ url: `ws://localhost:${port}`, maxDeferredEvents: steps.length * 2 });
console.log(`${steps.length} hendelser. Åpne http://localhost:${port}`);
if (process.stdin.isTTY) await enterPressed();
steps.forEach(play);
console.log('Spilt. Avslutt med Ctrl-C.');
process.once('SIGINT', () => {
  inspector.stop();
  server.stop();
  process.exit(0);
});

function play(step) {
  if (step.kind === 'actor') {
    const snapshot = { status: 'active', value: step.state, context: {} };
    inspector.actor(step.actor, snapshot, step.parent === undefined ? {} : { parentId: step.parent });
  } else if (step.kind === 'event') inspector.event(step.actor, step.event);
  else inspector.snapshot(step.actor, { status: step.status, value: step.state, context: {} });
}

/** The steps, as src/app/inspect.ts reads them from the database. */
async function stepsOf(id) {
  const child = spawn(process.execPath, ['--import', './tools/run-typescript.mjs', 'src/app/inspect.ts', id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push(JSON.parse(line));
  return lines;
}

async function enterPressed() {
  const input = createInterface({ input: process.stdin });
  console.log('Trykk Enter når siden er åpen.');
  await new Promise((resolve) => input.once('line', resolve));
  input.close();
}
