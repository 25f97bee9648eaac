interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (failure: unknown) => void;
}

/**
 * Makes many small writes few: what arrives while one is under way is handed to `work` together. A lone item waits for nothing.
 * When `work` fails, everybody whose item was in it is told.
 */
export function inBatches<Item>(work: (items: readonly Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = [];
  let isAtWork = false;

  const workUntilQuiet = async (): Promise<void> => {
    isAtWork = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await work(batch.map(({ item }) => item)).then(
        () => batch.forEach(({ resolve }) => resolve()),
        (failure: unknown) => batch.forEach(({ reject }) => reject(failure)),
      );
    }
    isAtWork = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // A microtask later, so that what ends in the same breath is written together.
      if (!isAtWork) queueMicrotask(() => void (isAtWork || workUntilQuiet()));
    });
}
