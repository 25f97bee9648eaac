// A thread for src/runtime/feel-worker that knows one answer, and never has done with any other expression.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ source }) => {
  if (source !== '1 + 1') for (;;);
  parentPort.postMessage({ ok: true, value: 2 });
});
parentPort.postMessage('ready');
