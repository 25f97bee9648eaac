import { problemSchema } from '../contract/problem.contract.js';
import type { Connection } from './connection.js';
import { RefusedError, UnreachedError } from './failure.js';

/** Reads an answer; throws for what is none. */
export interface Shape<Answer> {
  parse(body: unknown): Answer;
}

/** What is asked of the server. */
export interface Wish {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Absent: it is only read. */
  readonly change?: { readonly body: object; readonly headers: Readonly<Record<string, string>> };
}

/** The API as commands use it. What the server refuses is a `RefusedError`, silence an `UnreachedError`. */
export interface Client {
  ask<Answer>(wish: Wish, shape: Shape<Answer>): Promise<Answer>;
  /** Gives the bytes of an answer to `take` as they come. */
  stream<Result>(wish: Wish, take: (body: AsyncIterable<Uint8Array>) => Promise<Result>): Promise<Result>;
}

/** Time and what is said meanwhile, from outside. */
export interface Patience {
  /** Milliseconds that only grow. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** From 0 to 1: two programs that failed together do not come back together. */
  readonly chance: () => number;
  readonly tell: (text: string) => void;
}

const SLOWEST_ANSWER_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;
// What a server or a proxy before it says while it starts or stops.
const notReady: readonly number[] = [502, 503, 504];

/** A client that tries again, with the same request, as long as the connection has patience. */
export function createClient(connection: Connection, patience: Patience): Client {
  return {
    ask: (wish, shape) =>
      persist(connection, patience, async () => {
        const response = await send(connection, wish);
        return shaped(shape, response.status, await onTheWay(response.text()));
      }),
    async stream(wish, take) {
      const response = await persist(connection, patience, () => send(connection, wish));
      return take(bytesOf(response));
    },
  };
}

async function persist<Result>(
  { base, patienceMs }: Connection,
  { now, wait, chance, tell }: Patience,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const end = now() + patienceMs;
  for (let times = 0; ; times += 1) {
    try {
      return await attempt();
    } catch (failure) {
      if (!isPassing(failure)) throw failure;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** times, LONGEST_PAUSE_MS) * (0.5 + chance() / 2);
      if (now() + pause > end) throw new UnreachedError(`Fikk ikke svar fra ${base}: ${failure.message}`);
      if (times === 0) tell(`Får ikke svar fra ${base}, prøver igjen …\n`);
      await wait(pause);
    }
  }
}

async function send({ base, key }: Connection, { path, query = {}, change }: Wish): Promise<Response> {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), SLOWEST_ANSWER_MS);
  const request = {
    headers: { authorization: `Bearer ${key}`, accept: 'application/json', ...change?.headers },
    signal: giveUp.signal,
    // A key is for one server, not for whomever it points to.
    redirect: 'manual' as const,
  };
  const post = change && { method: 'POST', body: JSON.stringify(change.body) };
  const response = await onTheWay(fetch(url, { ...request, ...post }).finally(() => clearTimeout(timer)));
  if (!response.ok) throw refusalOf(response.status, await onTheWay(response.text()));
  return response;
}

/** Something was lost on the way, in one direction or the other. */
class LostError extends Error {}

async function onTheWay<Result>(sent: Promise<Result>): Promise<Result> {
  try {
    return await sent;
  } catch (failure) {
    throw new LostError(reasonOf(failure));
  }
}

function reasonOf(failure: unknown): string {
  const cause = failure instanceof Error ? failure.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return failure instanceof Error ? failure.message : String(failure);
}

function refusalOf(status: number, text: string): RefusedError {
  const problem = problemSchema.safeParse(jsonOf(text));
  return problem.success ? new RefusedError(problem.data) : strangeAnswer(status);
}

const strangeAnswer = (status: number): RefusedError =>
  new RefusedError({
    type: 'about:blank',
    title: 'Serveren svarte noe annet enn Boligflyt gjør. Er adressen riktig?',
    status,
    code: 'unexpected-answer',
  });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shaped<Answer>(shape: Shape<Answer>, status: number, text: string): Answer {
  try {
    return shape.parse(jsonOf(text));
  } catch {
    throw strangeAnswer(status);
  }
}

const isPassing = (failure: unknown): failure is Error =>
  failure instanceof LostError || (failure instanceof RefusedError && notReady.includes(failure.problem.status));

async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of response.body ?? []) yield bytes;
  } catch (failure) {
    throw new UnreachedError(`Svaret ble brutt: ${reasonOf(failure)}`);
  }
}
