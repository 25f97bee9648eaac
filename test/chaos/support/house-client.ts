import { setTimeout as wait } from 'node:timers/promises';

/** What a request was answered in the end. */
export interface HouseAnswer {
  readonly status: number;
  readonly etag: string;
  readonly body: string;
}

/** A program that asks a house of several web processes, and asks again, elsewhere, where it was not answered. */
export interface HouseClient {
  /** Asks until somebody has answered; with a key the same request asks for the same thing. */
  ask(path: string, asked?: HouseRequest): Promise<HouseAnswer>;
  /** Answers that are neither what was asked for nor a promise that asking again helps, and what else was wrong. */
  readonly faults: string[];
  readonly figures: { readonly asked: number; readonly unanswered: number; readonly unavailable: number };
}

/** A request to a house; a change when it has a body. */
export interface HouseRequest {
  readonly body?: object;
  readonly key?: string;
  readonly etag?: string;
  /** Codes of the refusals that are an answer too. */
  readonly orRefused?: readonly string[];
}

const betweenMs = 50;

/** A client of the house with these web processes. */
export function createHouseClient(addresses: readonly string[], bearer: string): HouseClient {
  const faults: string[] = [];
  const figures = { asked: 0, unanswered: 0, unavailable: 0 };

  const once = async (path: string, { body, key, etag }: HouseRequest): Promise<HouseAnswer> => {
    const address = addresses[(figures.asked += 1) % addresses.length];
    const answer = await fetch(`${address}/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(etag !== undefined && { 'if-match': etag }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', body: await answer.text() };
  };

  return {
    faults,
    figures,
    ask: async (path, asked = {}) => {
      for (;;) {
        // A connection that is refused, or cut in the middle: whether it was done is not known, so the same is asked again.
        const answer = await once(path, asked).catch(() => undefined);
        if (answer !== undefined && isAnswer(answer, asked)) return answer;

        if (answer === undefined) figures.unanswered += 1;
        else if (answer.status === 503 && answer.body.includes('"store-unavailable"')) figures.unavailable += 1;
        else {
          faults.push(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
          return answer;
        }
        await wait(betweenMs);
      }
    },
  };
}

const isAnswer = ({ status, body }: HouseAnswer, { orRefused = [] }: HouseRequest): boolean =>
  status < 300 || (status === 409 && orRefused.some((code) => body.includes(`"${code}"`)));
