import { idOf, type Id } from '../../shared/id.js';
import { evaluate } from '../expression/evaluate.js';
import type { StartProcessInstance } from './command.js';
import { reject, type Decision } from './decision.js';
import { placeToken } from './leave-node.js';
import type { ElementInstance } from './process-instance.js';
import { settle } from './settle.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** Decides how a case begins: at the none start event, or at the timer or message start event that occurred. */
export function startProcessInstance(work: WorkingCopy, command: StartProcessInstance): Decision {
  const { definition } = work.world.process;
  const startEvent = startEventOf(work, command.startEvent);
  if (startEvent === undefined) return reject({ reason: 'no-start-event', processKey: definition.key });

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
  placeToken(work, root.id, { node: startEvent });
  return settle(work);
}

function startEventOf(work: WorkingCopy, named: string | undefined): string | undefined {
  const { definition } = work.world.process;
  const startEvents = definition.scopes.get(definition.key)?.startEvents ?? [];
  if (named !== undefined) return startEvents.find((id) => id === named);

  return startEvents.find((id) => {
    const node = nodeOf(work, id);
    return node.kind === 'startEvent' && node.trigger.kind === 'none';
  });
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
