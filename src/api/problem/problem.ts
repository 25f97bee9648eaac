import { HttpException } from '@nestjs/common';
import type { Problem } from '../../contract/problem.contract.js';
import { problemCodes } from './problem-codes.js';
import type { ProblemCode } from './problem-codes.js';

/** What a problem is about, beside its code. */
export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: Problem['errors'];
}

/** RFC 9457 problem details of a code. */
export function problemOf(code: ProblemCode, { detail, errors }: ProblemDetails = {}): Problem {
  const [status, title] = problemCodes[code];
  return {
    type: `https://boligflyt.no/problem/${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** An exception that the filter answers with the problem `code`. */
export function problem(code: ProblemCode, details?: ProblemDetails): HttpException {
  const body = problemOf(code, details);
  return new HttpException(body, body.status);
}
