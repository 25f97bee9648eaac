import { Worker } from 'node:worker_threads';
import type { Evaluation } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { FeelEvaluator, FeelQuestion } from './feel-evaluator.js';

/** Limits of one evaluation, and the script of the thread where it is not the compiled one beside this file. */
export interface FeelWorkerOptions {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly script: URL;
}

const usual: FeelWorkerOptions = {
  milliseconds: 2_000,
  megabytes: 128,
  script: new URL('./feel-thread.js', import.meta.url),
};

/**
 * Evaluates FEEL in a thread that is ended when it takes too long or too much memory; the next expression gets a new one.
 * The engine counts steps itself, so this is the second wall: against what counting has forgotten.
 */
export class FeelWorker implements FeelEvaluator {
  private readonly options: FeelWorkerOptions;
  private thread: Promise<Worker> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: Partial<FeelWorkerOptions> = {}) {
    this.options = { ...usual, ...options };
  }

  evaluate(source: string, variables: JsonObject): Promise<Evaluation> {
    const answer = this.last.then(() => this.ask({ source, variables }));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await this.last;
    await this.end();
  }

  private async ask(question: FeelQuestion): Promise<Evaluation> {
    this.thread ??= this.start();
    const { milliseconds } = this.options;
    const answer = await askThread(await this.thread, question, milliseconds);
    if (answer !== undefined) return answer;
    await this.end();
    const message = `FEEL_TIMEOUT Expected '${question.source.slice(0, 100)}' to have a value within ${milliseconds} ms, but it has none`;
    return { ok: false, message };
  }

  private start(): Promise<Worker> {
    const { script, megabytes } = this.options;
    const worker = new Worker(script, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    // What ends a thread is told to whoever waits for its answer.
    worker.on('error', () => undefined);
    return new Promise((resolve, reject) => {
      worker.once('message', () => resolve(worker));
      worker.once('exit', () => reject(new Error('Expected a thread for FEEL, but it did not start')));
    });
  }

  private async end(): Promise<void> {
    const worker = await this.thread?.catch(() => undefined);
    this.thread = undefined;
    await worker?.terminate();
  }
}

// The answer, or `undefined` when the thread ended or the time is up.
function askThread(worker: Worker, question: FeelQuestion, milliseconds: number): Promise<Evaluation | undefined> {
  return new Promise((resolve) => {
    const settle = (answer?: Evaluation): void => {
      clearTimeout(timer);
      worker.removeAllListeners('message').removeAllListeners('exit');
      resolve(answer);
    };
    const timer = setTimeout(settle, milliseconds);
    worker.once('message', settle);
    worker.once('exit', () => settle());
    worker.postMessage(question);
  });
}
