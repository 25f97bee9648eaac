import type { Diagnostic } from '../xml/diagnostic.js';

/** A finding for each process that a set of files brings more than once: which one is meant nobody can tell. */
export function processesTwice(keys: readonly string[]): readonly Diagnostic[] {
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => ({
      severity: 'error',
      code: 'PROCESS_TWICE',
      element: key,
      message: `Expected each process once in a set of files, but '${key}' is there twice`,
      melding: `Prosessen «${key}» ligger i to av filene. Ta bort den ene.`,
    }));
}
