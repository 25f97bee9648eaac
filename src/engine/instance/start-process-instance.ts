import { idOf, type Id } from '../../shared/id.js';
import { evaluate } from '../expression/evaluate.js';
import type { StartProcessInstance } from './command.js';
import type { Decision } from './decision.js';
import { firstNodesOf } from './first-nodes.js';
import { placeToken } from './leave-node.js';
import type { ElementInstance } from './process-instance.js';
import { settle } from './settle.js';
import type { WorkingCopy } from './working-copy.js';

/** Decides how a case begins: at the start event that occurred, or where the process begins when nobody says where. */
export function startProcessInstance(work: WorkingCopy, command: StartProcessInstance): Decision {
  const { definition } = work.world.process;
  const first = firstNodesOf(definition, command.startEvent);
  if (!first.ok) return first;

  const { key, version, compilerVersion } = definition;
  const { processInstanceId, variables, businessKey, caller, actor } = command;
  const root: ElementInstance = { id: work.nextId(), node: key, phase: 'activated', variables };
  const subject = subjectOf(work, command);
  work.record({
    type: 'ProcessInstanceStarted',
    processInstanceId,
    definition: { key, version, compilerVersion },
    title: titleOf(work, command),
    ...(subject === undefined ? {} : { subject }),
    ...(businessKey === undefined ? {} : { businessKey }),
    ...(caller === undefined ? {} : { caller }),
    root,
    by: actor.id,
  });
  for (const node of first.nodes) placeToken(work, root.id, { node });
  return settle(work);
}

function subjectOf(work: WorkingCopy, { variables }: StartProcessInstance): Id<'Actor'> | undefined {
  const { subject } = work.world.process.definition.hint;
  const person = subject === undefined ? undefined : variables[subject];
  return typeof person === 'string' && person !== '' ? idOf(person) : undefined;
}

// A title is for people's lists: a case must not fail to begin because its title cannot be written.
function titleOf(work: WorkingCopy, { variables }: StartProcessInstance): string {
  const { hint, name } = work.world.process.definition;
  const title = hint.title === undefined ? undefined : evaluate(hint.title, variables);
  return title?.ok === true && typeof title.value === 'string' && title.value !== '' ? title.value : name;
}
