import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { Bench } from '../bench.js';
import { answerLine } from './answer-line.js';
import { linesOf } from './lines-of.js';

/** Answers every line of `input` on `output`, one after the other in their order, until the input ends. */
export async function serve(input: Readable, output: Writable): Promise<void> {
  const bench = new Bench();
  for await (const line of linesOf(input)) {
    // Whoever asks faster than it reads is made to wait.
    if (!output.write(`${await answerLine(bench, line)}\n`)) await once(output, 'drain');
  }
}
