import type { JsonObject } from '../shared/json.js';

/** Why a request cannot be done, as its answer tells it. Nothing has changed when it is thrown by a check. */
export class RefusalError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** The element of the diagram, and whatever else helps. */
    readonly about: JsonObject = {},
  ) {
    super(message);
  }
}

/** What is asked for does not exist. */
export const notFound = (what: string, id: string): RefusalError =>
  new RefusalError('NOT_FOUND', `Expected ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} '${id}', but there is none`);
