import { groupName } from '../../cases/access/group-names.js';
import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** The authority that the diagram asks of whoever does a task and that `who` has not been given; undefined where nothing is lacking. */
export async function lackingAuthority(
  { definitionSource }: Pick<ApiPorts, 'definitionSource'>,
  { tenant, actor }: RequestActor,
  { node, case: { process: key, version } }: Pick<VisibleUserTask, 'node' | 'case'>,
): Promise<{ readonly text: string } | undefined> {
  const definition = await definitionSource.load({ tenant, key, version });
  const authority = definition?.nodes.get(node)?.hint.authority;
  if (authority === undefined || actor.groups.includes(authority)) return undefined;
  return { text: `Bare den som har fullmakten «${groupName(authority)}», kan gjøre denne oppgaven.` };
}

/** Refuses a task to whoever has not been given the authority for it: 403. */
export async function requireAuthority(...asked: Parameters<typeof lackingAuthority>): Promise<void> {
  const lacking = await lackingAuthority(...asked);
  if (lacking !== undefined) throw problem('authority-missing', { detail: lacking.text });
}
