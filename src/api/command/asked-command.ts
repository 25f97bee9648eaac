import { createHash } from 'node:crypto';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { CommandReceipt } from '../../runtime/ports.js';
import { problem } from '../problem/problem.js';
import { requestActorOf } from '../request-actor.js';
import type { RequestActor } from '../request-actor.js';

/** Who asks for a change, with what makes it safe to ask twice or too late. */
export interface AskedCommand {
  readonly who: RequestActor;
  readonly receipt: CommandReceipt;
  /** The revision that the person has seen, from If-Match. */
  readonly expectedRevision?: number;
}

/** Who asks; 401 when nobody is logged in. */
export function whoAsks(request: object): RequestActor {
  const who = requestActorOf(request);
  if (who === undefined) throw problem('not-signed-in');
  return who;
}

/** Reads who asks, Idempotency-Key and If-Match of a command; 400 where the key is missing. */
export const askedCommandOf = (request: Request): AskedCommand => askedBy(request, whoAsks(request));

/** The same of somebody whom nobody knows; what they are called is what they say. */
export const askedByStranger = (request: Request, who: RequestActor): AskedCommand => askedBy(request, who);

function askedBy(request: Request, who: RequestActor): AskedCommand {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw problem('idempotency-key-required');

  const expectedRevision = revisionOf(request.headers['if-match']);
  const receipt = { key, requestHash: hashOf(request) };
  return expectedRevision === undefined ? { who, receipt } : { who, receipt, expectedRevision };
}

function revisionOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const digits = /^(?:W\/)?"([1-9][0-9]{0,8})"$/.exec(header.trim())?.[1];
  if (digits === undefined) throw problem('if-match-invalid');
  return Number(digits);
}

function hashOf({ method, path, body, headers }: Request): string {
  const request: unknown = [method, path, body, headers['if-match'] ?? null];
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}

/** Hands the controller who asks. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext) =>
  whoAsks(context.switchToHttp().getRequest<Request>()),
);

/** Hands the controller who asks for a change, and what makes it safe to repeat. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext) =>
  askedCommandOf(context.switchToHttp().getRequest<Request>()),
);

/** The same, for a change that nobody may ask for without having seen what is changed: 428 without If-Match. */
export const AskedWithRevision = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const asked = askedCommandOf(context.switchToHttp().getRequest<Request>());
  if (asked.expectedRevision === undefined) throw problem('if-match-required');
  return asked;
});
