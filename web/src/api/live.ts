import { changeSchema } from '@contract/me.contract.js';
import { routes } from '@contract/routes.contract.js';
import type { QueryClient } from '@tanstack/react-query';

const afterBurstMs = 250;
/** So long at most: where something changes all the time, a burst has no end. */
const longestBurstMs = 2_000;
const reconnectMs = 3_000;
const unchanging = new Set(['me', 'personas', 'diagram']);

/** True when a change in case `changed` may have changed what `queryKey` shows. */
function mayShow(queryKey: readonly unknown[], changed: ReadonlySet<string>): boolean {
  const [kind, id] = queryKey;
  if (typeof kind !== 'string' || unchanging.has(kind)) return false;
  if (kind !== 'journal') return true;
  return typeof id === 'string' && changed.has(id);
}

/** Collects the cases that change in a short while, so that one step of a process is one reading. */
function createRefresher(queryClient: QueryClient) {
  let changed = new Set<string>();
  let burst: number | undefined;
  let since = 0;
  const refresh = () => {
    const ids = changed;
    changed = new Set();
    burst = undefined;
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => mayShow(queryKey, ids) });
  };
  return {
    add: (message: MessageEvent<string>) => {
      const change = changeSchema.safeParse(JSON.parse(message.data));
      if (!change.success) return;
      changed.add(change.data.processInstanceId);
      if (burst === undefined) since = performance.now();
      else if (performance.now() - since >= longestBurstMs) return;
      window.clearTimeout(burst);
      burst = window.setTimeout(refresh, afterBurstMs);
    },
    stop: () => window.clearTimeout(burst),
  };
}

/** Reads pages again when the server says that something changed; reconnects until `close` is called. */
export function listenForChanges(queryClient: QueryClient): { readonly close: () => void } {
  const refresher = createRefresher(queryClient);
  let retry: number | undefined;
  let source: EventSource | undefined;
  let isAgain = false;

  const onHello = () => {
    // What changed while the line was down was never told.
    if (isAgain) void queryClient.invalidateQueries();
    isAgain = true;
  };
  const connect = () => {
    source = new EventSource(`/api/v1/${routes.events}`);
    source.addEventListener('change', refresher.add);
    source.addEventListener('hello', onHello);
    source.addEventListener('error', () => {
      // The browser reconnects by itself after a lost connection, but never after an answer it could not use.
      if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(connect, reconnectMs);
    });
  };
  connect();
  return {
    close: () => {
      refresher.stop();
      window.clearTimeout(retry);
      source?.close();
    },
  };
}
