/** What has been started and must be stopped: the last first, so that nothing loses what it stands on. */
export interface StopOrder {
  /** Remembers how to stop what was just started. */
  add(stop: () => Promise<void> | void): void;
  /** Stops everything once; a part that fails to stop keeps no other from stopping. */
  stopAll(): Promise<void>;
}

/** An empty order; `onFailure` hears of parts that did not stop as they should. */
export function createStopOrder(onFailure: (error: unknown) => void): StopOrder {
  const stops: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.toReversed()) await Promise.resolve().then(stop).catch(onFailure);
  };
  return {
    add: (stop) => void stops.push(stop),
    stopAll: () => (stopping ??= stopAll()),
  };
}
