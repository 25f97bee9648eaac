import type { Problem } from '../contract/problem.contract.js';
import { harmless } from './table.js';

/** The command was written wrong; nothing was asked of the server. Exit code 2. */
export class UsageError extends Error {}

/** The server refuses, and says why. Exit code 1. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** The server could not be reached, or was not ready for as long as it was tried. Exit code 3. */
export class UnreachedError extends Error {}

/** A refusal as people read it: code, title, and each field or element that it is about. */
export function problemText({ status, code, title, detail, errors = [] }: Problem): string {
  const about = errors.map(({ path, code: why, message }) =>
    [path, why, message].filter((part) => part !== undefined && part !== '').join(': '),
  );
  const lines = [`${title} (${status} ${code})`, ...(detail === undefined ? [] : [detail]), ...about];
  return `${lines.map(harmless).join('\n  ')}\n`;
}
