import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import { cancelByHand } from './cancel-by-hand.js';
import { reject, type Decision } from '../commands/decision.js';
import type { CancelInstruction, ModifyProcessInstance } from '../commands/operation-command.js';
import { rootOf } from '../flow/read-variables.js';
import { removeEmptyScopes, restingScopes } from './remove-empty-scopes.js';
import { settle } from '../commands/settle.js';
import { startAtNode } from './start-at-node.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/**
 * Decides what follows when an operator takes tokens away and puts others elsewhere. All of it happens or nothing: a refusal
 * names every instruction that cannot be, and why.
 */
export function modifyProcessInstance(work: WorkingCopy, { cancel, start, actor }: ModifyProcessInstance): Decision {
  const { variables } = rootOf(work.instance());
  const resting = restingScopes(work);
  const cancelled = cancel.map(nameOf);
  work.record({ type: 'ProcessInstanceModified', cancelled, started: start.map(({ node }) => node), by: actor.id });
  const uncancelled = cancel.flatMap((instruction) => cancelByHand(work, instruction) ?? []);
  const before = work.events().length;
  const unstarted = start.flatMap((instruction) => startAtNode(work, instruction) ?? []);
  const problems = [...uncancelled, ...unstarted];
  if (problems.length > 0) return reject({ reason: 'modification-impossible', problems });

  const kept = new Set([...resting, ...scopesBegunIn(work, before)]);
  if (removeEmptyScopes(work, kept) === 'nothing-left') endInstance(work, variables);
  return settle(work);
}

/** Scopes in which something was started: one whose way has ended by now is complete, and goes on by itself. */
const scopesBegunIn = (work: WorkingCopy, before: number): readonly Id<'ElementInstance'>[] =>
  work
    .events()
    .slice(before)
    .flatMap((event) => (event.type === 'TokenCreated' ? [event.token.scopeInstanceId] : []));

const nameOf = (instruction: CancelInstruction): string => {
  if ('node' in instruction) return instruction.node;
  return 'tokenId' in instruction ? instruction.tokenId : instruction.elementInstanceId;
};

/** An instance from which everything was taken away has ended before its time, as Camunda sees it. */
function endInstance(work: WorkingCopy, variables: JsonObject): void {
  const { caller } = work.instance();
  const told = caller === undefined ? {} : { caller };
  const by = work.command.actor.id;
  work.record({
    type: 'ProcessInstanceCancelled',
    reason: 'Ingenting var igjen etter endringen.',
    by,
    variables,
    ...told,
  });
}
