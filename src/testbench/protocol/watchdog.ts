import { createContext, Script } from 'node:vm';
import type { JsonObject } from '../../shared/json.js';
import { RefusalError } from '../refusal.js';

/** The longest that one request may compute, in milliseconds; the protocol promises 10 s. */
const longestRequest = 9_000;

const box: { work?: () => JsonObject | Promise<JsonObject> } = {};
const context = createContext(box);
const script = new Script('work()');

/**
 * Runs the work of one request, and stops it where it stands when it computes too long: no budget of the engine should
 * let it come so far. `recover` puts right what it may have left half done.
 */
export function withWatchdog(
  work: () => JsonObject | Promise<JsonObject>,
  recover: () => void,
): JsonObject | Promise<JsonObject> {
  box.work = work;
  try {
    const answer: JsonObject | Promise<JsonObject> = script.runInContext(context, { timeout: longestRequest });
    return answer;
  } catch (problem) {
    if (!isTimeout(problem)) throw problem;
    recover();
    throw new RefusalError('TOO_LONG', `Expected an answer within ${longestRequest / 1_000} s, but it takes longer`);
  } finally {
    delete box.work;
  }
}

const isTimeout = (problem: unknown): boolean =>
  problem instanceof Error && 'code' in problem && problem.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
