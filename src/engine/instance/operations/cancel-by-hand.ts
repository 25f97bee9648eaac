import { terminateElement } from '../flow/element-work.js';
import type { CancelInstruction } from '../commands/operation-command.js';
import type { OperationProblem } from '../commands/operation-rejection.js';
import type { ElementInstance, Token } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Takes tokens and what stands on them away; answers why that cannot be. */
export function cancelByHand(work: WorkingCopy, instruction: CancelInstruction): OperationProblem | undefined {
  const { tokens, elements } = work.instance();
  if ('tokenId' in instruction) {
    const token = tokens.get(instruction.tokenId);
    return token === undefined ? { element: instruction.tokenId, reason: 'not-alive' } : cancelToken(work, token);
  }
  if ('elementInstanceId' in instruction) {
    const element = elements.get(instruction.elementInstanceId);
    return element?.parentId === undefined
      ? { element: instruction.elementInstanceId, reason: 'not-alive' }
      : cancelElement(work, element);
  }
  const { node } = instruction;
  const standing = [...tokens.values()].filter((token) => token.node === node);
  for (const token of standing) cancelToken(work, token);
  const bodies = [...work.instance().elements.values()].filter(
    (one) => one.node === node && one.parentId !== undefined,
  );
  for (const body of bodies) cancelElement(work, body);
  return standing.length + bodies.length === 0 ? { element: node, reason: 'not-alive' } : undefined;
}

/** Takes one element away with its token; a body of a multi-instance counts as one that has given nothing. */
export function cancelElement(work: WorkingCopy, element: ElementInstance): undefined {
  const { id, tokenId, parentId, loopIndex, node } = element;
  const { elements } = work.instance();
  if (!elements.has(id)) return;
  const whole = loopIndex === undefined || parentId === undefined ? undefined : elements.get(parentId);
  // A loop has one body at a time: without it nothing is left of it.
  if (whole !== undefined && whole.multiInstance === undefined) return cancelElement(work, whole);
  terminateElement(work, element);
  if (tokenId !== undefined) work.record({ type: 'TokenConsumed', tokenId, node });
  if (whole === undefined || loopIndex === undefined) return;

  work.record({ type: 'MultiInstanceProgressed', elementInstanceId: whole.id, loopIndex, step: 'terminated' });
  work.enqueue({ kind: 'resume', elementInstanceId: whole.id });
}

function cancelToken(work: WorkingCopy, token: Token): undefined {
  const standing = [...work.instance().elements.values()].find(({ tokenId }) => tokenId === token.id);
  if (standing !== undefined) return cancelElement(work, standing);
  if (work.instance().tokens.has(token.id)) work.record({ type: 'TokenConsumed', tokenId: token.id, node: token.node });
}
