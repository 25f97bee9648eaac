import { createToken } from '../flow/leave-node.js';
import type { Problem } from '../flow/problem.js';
import { recordThrown, type Thrower } from './thrower.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** Jumps to the catch event of a link in the same scope (BPMN 2.0.2 §10.5.5): the token ends here and one begins there. */
export function throwLink(work: WorkingCopy, thrower: Thrower, link: string): Problem | undefined {
  const { node, tokenId, scopeInstanceId, elementInstanceId } = thrower;
  const scope = work.world.process.definition.scopes.get(nodeOf(work, node).scope);
  const target = scope?.nodes.find((id) => {
    const one = nodeOf(work, id);
    return one.kind === 'intermediateCatchEvent' && one.trigger.kind === 'link' && one.trigger.link === link;
  });
  if (target === undefined || tokenId === undefined) {
    const message = `Expected a catch event of link '${link}' beside '${node}', but there is none`;
    return { code: 'NO_FLOW', message };
  }

  recordThrown(work, thrower, { kind: 'link', name: link });
  if (elementInstanceId !== undefined) work.record({ type: 'ElementEnded', elementInstanceId, node, how: 'completed' });
  work.record({ type: 'NodeCompleted', node, tokenId });
  work.record({ type: 'TokenConsumed', tokenId, node });
  work.enqueue({ kind: 'enter', tokenId: createToken(work, scopeInstanceId, { node: target }).id });
  return undefined;
}
