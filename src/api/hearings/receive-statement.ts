import { createHash } from 'node:crypto';
import { mayHandleStatements } from '../../cases/hearings/may-handle-statements.js';
import { openHearing } from '../../cases/hearings/open-hearing.js';
import type { GiveStatementInput, StatementAnswer } from '../../contract/hearing.contract.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { heardProject, placesIn } from './statement-places.js';

/** Keeps a statement word by word while the hearing is open: published at once, or held where it can tell of somebody. */
export async function receiveStatement(
  ports: ApiPorts,
  { who, receipt }: AskedCommand,
  { id, input }: { readonly id: string; readonly input: GiveStatementInput },
): Promise<StatementAnswer> {
  const { tenant, actor } = who;
  const project = await heardProject(ports, tenant, id);
  const sender = senderOf(who, input);
  const now = await ports.clock.now(tenant);
  if (openHearing(await ports.timers.ofCase(tenant, project.id), now) === undefined) throw problem('hearing-not-open');

  const places = await placesIn(ports, { tenant, project, text: input.text });
  const kept = await ports.hearings.receive(tenant, {
    // The same request once more finds the statement of the first one.
    id: createHash('sha256')
      .update(JSON.stringify([tenant, actor.id, receipt]))
      .digest('hex')
      .slice(0, 32),
    project: project.id,
    ...sender,
    registeredBy: actor.id,
    original: input.text,
    state: places.length === 0 ? 'published' : 'held',
  });
  return { id: kept.id, state: kept.state };
}

// Whoever holds the hearing writes down for others; everybody else speaks for themselves, in writing.
function senderOf({ actor, name }: RequestActor, { channel, senderKind, senderName }: GiveStatementInput) {
  if (mayHandleStatements(actor)) return { channel, senderKind, ...(senderName === undefined ? {} : { senderName }) };
  if (channel !== 'written' || senderName !== undefined) throw problem('actor-not-allowed');
  return { channel, senderKind, senderName: name };
}
