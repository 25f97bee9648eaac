import { createHash } from 'node:crypto';
import type { RegisterAnswer } from '../../contract/person.contract.js';
import type { RegisterRefusal, SeenRevision } from '../../runtime/person-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';

/** The id of what a request registers: the same request, sent once more, registers the same. */
export function newId({ who, receipt }: AskedCommand, kind: string): string {
  const name = JSON.stringify([who.tenant, who.actor.id, receipt.key]);
  return `${kind}-${createHash('sha256').update(name).digest('hex').slice(0, 20)}`;
}

/** What the person who asks has seen. */
export const seenBy = ({ who, expectedRevision = 0 }: AskedCommand, id: string): SeenRevision => ({
  id,
  revision: expectedRevision,
  by: who.actor.id,
});

/** The answer to a change that was made; the problem where it was not. */
export function changed({ id, revision }: SeenRevision, refusal: RegisterRefusal | undefined): RegisterAnswer {
  if (refusal !== undefined) throw problem(refusal);
  return { id, revision: revision + 1 };
}
