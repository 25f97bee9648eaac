import type { Problem } from '@contract/problem.contract.js';

/** What the server answered when it would not; `code` is what pages branch on. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The HTTP status behind an error; 0 when the server was never reached. */
export const statusOf = (error: unknown): number => (error instanceof ProblemError ? error.problem.status : 0);
