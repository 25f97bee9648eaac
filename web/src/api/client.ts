import { problemSchema } from '@contract/problem.contract.js';
import type { Problem } from '@contract/problem.contract.js';
import type { z } from 'zod';
import { ProblemError } from './problem-error.js';

/** A change that is asked for: the key makes a repetition harmless, the revision makes a stale page harmless. */
export interface Command {
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey: string;
  readonly revision?: number;
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  return { type: 'about:blank', title: response.statusText, status: response.status, code: 'unknown' };
}

async function jsonOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return undefined;
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** Reads a resource and checks that it is what the contract says. */
export async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(`/api/v1/${path}`, { headers: { accept: 'application/json' } });
  return schema.parse(await jsonOf(response));
}

/** Reads a resource that is not JSON, such as a diagram. */
export async function readText(path: string): Promise<string> {
  const response = await fetch(`/api/v1/${path}`, { headers: { accept: 'application/xml' } });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response.text();
}

/** Asks for a change; resolves with the answer, unparsed, or throws a `ProblemError`. */
export async function send({ path, body, idempotencyKey, revision }: Command): Promise<unknown> {
  const response = await fetch(`/api/v1/${path}`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    },
    body: JSON.stringify(body ?? {}),
  });
  return jsonOf(response);
}
