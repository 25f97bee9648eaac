import { AsyncLocalStorage } from 'node:async_hooks';

/** In whose name the database is read: a person with their roles in the matrix, or the system. */
export type ReadingAs = { readonly id: string; readonly roles: readonly string[] } | 'the system';

const requests = new AsyncLocalStorage<ReadingAs>();

// Beside the storage and not in it: while a storage is in use each promise costs more, and a process that answers no requests needs none.
let outsideRequests: ReadingAs | undefined;

/** Says of this process that it is the system wherever it does not answer a request. What has not said so is shown no guarded row. */
export function beSystemOutsideRequests(): void {
  outsideRequests = 'the system';
}

/** Does `work`, and all that follows from it, in the name of `who`. */
export const readAs = <Result>(who: ReadingAs, work: () => Result): Result => requests.run(who, work);

/**
 * Does `work` in the name of the system, whoever has asked: for jobs that a request sets off, and for rules that must see what their
 * reader is not shown.
 */
export const asSystem = <Result>(work: () => Result): Result =>
  readingAs() === 'the system' ? work() : readAs('the system', work);

/** In whose name the database is read now; undefined where nobody has said so. */
export const readingAs = (): ReadingAs | undefined => requests.getStore() ?? outsideRequests;
