import { parentPort } from 'node:worker_threads';
import { evaluate } from '../../engine/index.js';
import type { FeelQuestion } from './feel-evaluator.js';

// Runs in a thread of its own, which whoever asks may end at any moment.
parentPort?.on('message', ({ source, variables }: FeelQuestion) => {
  parentPort?.postMessage(evaluate(source, variables));
});
parentPort?.postMessage('ready');
