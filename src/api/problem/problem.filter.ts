import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { problemSchema } from '../../contract/problem.contract.js';
import { StoreUnavailable } from '../../runtime/store-unavailable.js';
import type { Problem } from '../../contract/problem.contract.js';
import type { ProblemCode } from './problem-codes.js';
import { problemOf } from './problem.js';

// A database that is started again is back so soon; who asks more often only waits in line.
const retryAfterSeconds = 5;

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  401: 'not-signed-in',
  403: 'actor-not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  431: 'header-too-large',
  503: 'not-available',
};

const codeOfParserError: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'malformed-json',
  'entity.too.large': 'payload-too-large',
  'charset.unsupported': 'unsupported-media-type',
  'encoding.unsupported': 'unsupported-media-type',
};

/** Answers everything that goes wrong as RFC 9457 problem+json, and tells nothing about our insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  catch(exception: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.problemFor(exception);
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.status === 503) response.set('retry-after', String(retryAfterSeconds));
    response
      .status(problem.status)
      .set({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
      .send(JSON.stringify(problem));
  }

  private problemFor(exception: unknown): Problem {
    const body = exception instanceof HttpException ? problemSchema.safeParse(exception.getResponse()) : undefined;
    if (body?.success === true) return body.data;

    if (exception instanceof StoreUnavailable) {
      this.logger.warn(exception.message);
      return problemOf('store-unavailable');
    }

    // Nest wraps what the body parser throws; only the parser's own error says what was wrong.
    const cause = exception instanceof HttpException ? exception.cause : undefined;
    const code = codeFor(cause ?? exception);
    if (code !== 'defect') return problemOf(code);

    this.logger.error(exception instanceof Error ? (exception.stack ?? exception.message) : String(exception));
    return problemOf('defect');
  }
}

function codeFor(exception: unknown): ProblemCode {
  if (exception instanceof SyntaxError) return 'malformed-json';
  if (exception instanceof URIError) return 'malformed-request';
  if (!(exception instanceof Error)) return 'defect';
  const byType =
    'type' in exception && typeof exception.type === 'string' ? codeOfParserError[exception.type] : undefined;
  return byType ?? codeOfStatus[statusOf(exception)] ?? 'defect';
}

function statusOf(exception: Error): number {
  if (exception instanceof HttpException) return exception.getStatus();
  return 'status' in exception && typeof exception.status === 'number' ? exception.status : 500;
}
