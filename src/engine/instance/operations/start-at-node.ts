import type { Id } from '../../../shared/id.js';
import type { FlowNode } from '../../definition/flow-node.js';
import { activateEmptyScope } from '../flow/activate-element.js';
import { createToken } from '../flow/leave-node.js';
import type { StartInstruction } from '../commands/operation-command.js';
import type { OperationProblem } from '../commands/operation-rejection.js';
import { passNode, standInFor } from '../flow/pass-node.js';
import type { ElementInstance, Token } from '../state/process-instance.js';
import { rootOf, withEnclosing } from '../flow/read-variables.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { writeVariables } from '../flow/write-variables.js';

/**
 * Puts a token on a node by hand, or behind it. The scope that the node stands in is the living one; where none is alive, it
 * is made, with those around it. Answers why that cannot be.
 */
export function startAtNode(work: WorkingCopy, instruction: StartInstruction): OperationProblem | undefined {
  const { node: element, place, variables = {} } = instruction;
  const node = work.world.process.definition.nodes.get(element);
  if (node === undefined) return { element, reason: 'node-missing' };
  const isAfter = place === 'after';
  if (isBegunOtherwise(node) || (isAfter && node.kind === 'eventBasedGateway'))
    return { element, reason: 'not-startable' };

  const scope = livingScope(work, node.scope, instruction.scopeInstanceId);
  if ('reason' in scope) return scope;
  writeVariables(work, variables, { from: scope.id, home: 'nearest-scope' });
  const via = isAfter ? undefined : freeWayInto(work, node, scope.id);
  const token = createToken(work, scope.id, { node: element, ...(via === undefined ? {} : { via }) });
  if (isAfter) passNode(work, token);
  else work.enqueue({ kind: 'enter', tokenId: token.id });
  return undefined;
}

/** Whether a token on a node would mean nothing: what undoes or what an event starts begins by that alone. */
const isBegunOtherwise = (node: FlowNode): boolean =>
  node.kind === 'eventSubProcess' || ('isForCompensation' in node && node.isForCompensation === true);

/** The one living instance of a scope, inside `within` if that is given; made where there is none. */
function livingScope(
  work: WorkingCopy,
  scopeId: string,
  within: Id<'ElementInstance'> | undefined,
): ElementInstance | OperationProblem {
  const alive = [...work.instance().elements.values()].filter((one) => isScope(work, one, { scopeId, within }));
  const [only, ...others] = alive;
  if (others.length > 0) return { element: scopeId, reason: 'several-scopes-alive' };
  return only ?? makeScope(work, scopeId, within);
}

function isScope(
  work: WorkingCopy,
  element: ElementInstance,
  { scopeId, within }: { readonly scopeId: string; readonly within: Id<'ElementInstance'> | undefined },
): boolean {
  if (element.node !== scopeId || element.multiInstance !== undefined || element.phase !== 'activated') return false;
  return within === undefined || withEnclosing(work.instance(), element.id).some(({ id }) => id === within);
}

function makeScope(
  work: WorkingCopy,
  scopeId: string,
  within: Id<'ElementInstance'> | undefined,
): ElementInstance | OperationProblem {
  const node = work.world.process.definition.nodes.get(scopeId);
  if (node === undefined) return { element: rootOf(work.instance()).node, reason: 'scope-not-alive' };
  // How many bodies there are is said by the activity when a token reaches it, not by hand.
  if ('multiInstance' in node && node.multiInstance !== undefined)
    return { element: scopeId, reason: 'scope-not-alive' };

  const around = livingScope(work, node.scope, within);
  if ('reason' in around) return around;
  const token = createToken(work, around.id, { node: scopeId });
  work.record({ type: 'NodeEntered', node: scopeId, tokenId: token.id });
  const element = standInFor(work, token, 'activating');
  const problem = activateEmptyScope(work, element);
  return problem === undefined ? element : { element: scopeId, reason: 'scope-not-opened', message: problem.message };
}

// A token that is put on a join counts as one that has come by a way by which none has come yet.
function freeWayInto(work: WorkingCopy, node: FlowNode, scopeInstanceId: Token['scopeInstanceId']): string | undefined {
  const isJoin = 'outgoing' in node && node.kind.endsWith('Gateway') && node.incoming.length > 1;
  if (!isJoin) return undefined;
  const taken = work
    .groups()
    .tokens.of(scopeInstanceId)
    .filter((token) => token.node === node.id);
  return node.incoming.find((flow) => !taken.some(({ via }) => via === flow));
}
