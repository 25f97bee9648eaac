import { setTimeout as wait } from 'node:timers/promises';
import { inLanes, numbers } from './chaos-run.js';

/** What clients of the API have seen: the journal that everything is compared with afterwards. */
export interface HttpLoad {
  /** The case that each Idempotency-Key was told it had started. */
  readonly acknowledged: ReadonlyMap<string, string>;
  readonly statuses: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
  readonly longestMs: number;
  /** Starts `count` cases; asks with the same key until it is told so. */
  give(count: number): Promise<void>;
}

/** Clients that start cases of the demo municipality at `address`, `lanes` at a time. */
export function createHttpLoad(address: string, lanes: number): HttpLoad {
  const acknowledged = new Map<string, string>();
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  let [given, longestMs] = [0, 0];

  const ask = async (key: string): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-test-person': 'siv', 'idempotency-key': key };
    const body = JSON.stringify({ process: 'boligtildeling' });
    for (;;) {
      const begun = performance.now();
      const answer = await fetch(`${address}/api/v1/process-instances`, { method: 'POST', headers, body });
      const said = await answer.text();
      longestMs = Math.max(longestMs, performance.now() - begun);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 201) return void acknowledged.set(key, JSON.parse(said).processInstanceId);

      const isAsPromised = answer.status === 503 && said.includes('"store-unavailable"');
      if (!isAsPromised) faults.push(`${key}: ${answer.status} ${said.slice(0, 200)}`);
      if (isAsPromised && !answer.headers.has('retry-after')) faults.push(`${key}: 503 without Retry-After`);
      if (faults.length > 100) return;
      await wait(25);
    }
  };

  return {
    acknowledged,
    statuses,
    faults,
    get longestMs() {
      return longestMs;
    },
    give: (count) => {
      const keys = numbers(count).map(() => `last-${(given += 1)}`);
      return inLanes(keys, lanes, ask);
    },
  };
}
