import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { operations } from '../operations/operations.js';
import { RefusalError } from '../refusal.js';
import { BenchRequest } from './bench-request.js';
import { withWatchdog } from './watchdog.js';

/** Answers one line of the protocol by one line. Never throws: what goes wrong is an answer too. */
export async function answerLine(bench: Bench, line: string): Promise<string> {
  const { id, answer } = await answerOf(bench, line);
  try {
    return JSON.stringify({ id, ...answer });
  } catch (problem) {
    return JSON.stringify({ id, ...failure(problem) });
  }
}

interface Answered {
  readonly id: Json;
  readonly answer: JsonObject;
}

async function answerOf(bench: Bench, line: string): Promise<Answered> {
  const fields = parse(line);
  if (!isObject(fields)) {
    const message = 'Expected a line with one JSON object, but it is none';
    return { id: null, answer: failure(new RefusalError('BAD_LINE', message)) };
  }
  const id = fields['id'] ?? null;
  try {
    return { id, answer: { ok: true, ...(await perform(bench, new BenchRequest(fields))) } };
  } catch (problem) {
    return { id, answer: failure(problem) };
  }
}

async function perform(bench: Bench, request: BenchRequest): Promise<JsonObject> {
  const op = request.text('op');
  const operation = operations.get(op);
  if (operation === undefined) {
    const known = [...operations.keys()].join(', ');
    throw new RefusalError(
      'UNKNOWN_OP',
      `Expected an op that the bench knows (${known}), but got '${op.slice(0, 60)}'`,
    );
  }
  bench.beginRequest();
  return withWatchdog(
    () => operation(bench, request),
    () => bench.recover(),
  );
}

function parse(line: string): Json | undefined {
  try {
    const parsed: Json = JSON.parse(line);
    return parsed;
  } catch {
    return undefined;
  }
}

function failure(problem: unknown): JsonObject {
  if (problem instanceof RefusalError) {
    return { ok: false, error: { code: problem.code, message: problem.message, ...problem.about } };
  }
  const text = problem instanceof Error ? problem.message : String(problem);
  process.stderr.write(`${problem instanceof Error ? problem.stack : text}\n`);
  return { ok: false, error: { code: 'DEFECT', message: `Expected the request to be answered, but: ${text}` } };
}
