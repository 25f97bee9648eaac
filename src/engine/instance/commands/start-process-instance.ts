import { idOf, type Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import { isActivity } from '../../definition/flow-node.js';
import type { ProcessDefinition } from '../../definition/process-definition.js';
import { evaluate } from '../../expression/evaluate.js';
import { beginAtEvent } from '../events/begin-at-event.js';
import { beginProcess } from '../events/begin-process.js';
import type { StartProcessInstance } from './command.js';
import { reject, type Decision } from './decision.js';
import { firstNodesOf, type FirstNodes } from '../activities/first-nodes.js';
import type { ElementInstance } from '../state/process-instance.js';
import { settle } from './settle.js';
import { startAtNode } from '../operations/start-at-node.js';
import { triggerOf } from '../events/trigger-of.js';
import { createToken } from '../flow/leave-node.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** Decides how a case begins: at the event that occurred, or where the process begins when nobody says where. */
export function startProcessInstance(work: WorkingCopy, command: StartProcessInstance): Decision {
  const { definition } = work.world.process;
  const first = firstNodesFor(definition, command);
  if (!first.ok) return first;
  const starts = first.nodes;

  const { key, version, compilerVersion } = definition;
  const { processInstanceId, businessKey, caller, restarts, startAt = [], actor } = command;
  const brought = broughtBy(work, command, starts);
  const variables = brought === undefined ? command.variables : {};
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
    ...(restarts === undefined ? {} : { restarts }),
    root,
    by: actor.id,
  });
  // Where no event has occurred, a node that no flow leads to does all its work, waiting included.
  const events = starts.filter((node) => command.startEvent !== undefined || nodeOf(work, node).kind === 'startEvent');
  for (const node of starts) {
    if (events.includes(node)) beginAtEvent(work, root.id, { node, variables: brought ?? {} });
    else createToken(work, root.id, { node });
  }
  recordOccurred(work, events);
  beginProcess(work, root);
  const problems = startAt.flatMap((instruction) => startAtNode(work, instruction) ?? []);
  return problems.length > 0 ? reject({ reason: 'modification-impossible', problems }) : settle(work);
}

/** Who says by hand where it begins wants nothing to begin elsewhere. */
const firstNodesFor = (definition: ProcessDefinition, { startAt, startEvent }: StartProcessInstance): FirstNodes =>
  startAt === undefined || startAt.length === 0 ? firstNodesOf(definition, startEvent) : { ok: true, nodes: [] };

/** What an event that maps what it brings keeps for itself; undefined when the process is given everything. */
function broughtBy(
  work: WorkingCopy,
  { startEvent, variables }: StartProcessInstance,
  [first]: readonly string[],
): JsonObject | undefined {
  const node = startEvent === undefined || first === undefined ? undefined : nodeOf(work, first);
  if (node === undefined || triggerOf(node)?.kind === 'none') return undefined;
  const isMapped = 'outputs' in node && node.outputs !== undefined && (node.outputs.length > 0 || !isActivity(node));
  return isMapped ? variables : undefined;
}

function recordOccurred(work: WorkingCopy, starts: readonly string[]): void {
  for (const node of starts) {
    const trigger = triggerOf(nodeOf(work, node));
    if (trigger !== undefined && trigger.kind !== 'none')
      work.record({ type: 'EventCaught', node, kind: trigger.kind });
  }
}

function subjectOf(work: WorkingCopy, { variables }: StartProcessInstance): Id<'Actor'> | undefined {
  const { subject } = work.world.process.definition.hint;
  const person = subject === undefined ? undefined : variables[subject];
  return typeof person === 'string' && person !== '' ? idOf(person) : undefined;
}

// A title is for people's lists: a case must not fail to begin because its title cannot be written.
function titleOf(work: WorkingCopy, { variables }: StartProcessInstance): string {
  const { hint, name, key, types } = work.world.process.definition;
  const title = hint.title === undefined ? undefined : evaluate(hint.title, variables, { types: types?.get(key) });
  return title?.ok === true && typeof title.value === 'string' && title.value !== '' ? title.value : name;
}
