import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import { awaitAgain } from './await-again.js';
import { occurOnBoundary } from './boundary-event.js';
import { chooseByEvent } from '../gateways/choose-by-event.js';
import { completeElement } from '../flow/complete-element.js';
import { withdrawWaits } from '../flow/element-work.js';
import type { ElementInstance } from '../state/process-instance.js';
import { startEventSubProcess } from './start-event-sub-process.js';
import { isNonInterrupting, isParallelMultiple, triggerOf } from './trigger-of.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** An event that is awaited, and by whom. */
export interface Wait {
  /** The event, receive task or manual task that waits. */
  readonly node: string;
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** Only for one trigger of a multiple event: its number, from 0. */
  readonly part?: number;
  /** Name of the message or signal, code of the error or escalation. */
  readonly name?: string;
}

/**
 * The one place where something awaited goes on, by the kind of its node: a catch event or receive task completes, an
 * event on an edge sends a token off, an event sub-process starts, an event behind a gateway chooses its way.
 */
export function occur(work: WorkingCopy, wait: Wait, variables: JsonObject): void {
  const element = work.instance().elements.get(wait.elementInstanceId);
  const brought = element && togetherWith(work, element, { wait, variables });
  if (element === undefined || brought === undefined) return;

  const node = nodeOf(work, wait.node);
  recordCaught(work, wait);
  if (isNonInterrupting(node) && isParallelMultiple(node))
    awaitAgain(work, { kind: 'await', elementInstanceId: element.id, node: wait.node });
  if (standsOnGateway(work, element)) return chooseByEvent(work, element, { node, variables: brought });
  if (node.kind === 'boundaryEvent') return occurOnBoundary(work, node, { host: element, variables: brought });
  if (node.kind === 'startEvent') return startEventSubProcess(work, node, { scope: element, variables: brought });
  withdrawWaits(work, element.id, (waiting) => waiting === node.id);
  completeElement(work, element.id, brought);
}

function recordCaught(work: WorkingCopy, { node, name }: Wait): void {
  const trigger = triggerOf(nodeOf(work, node));
  if (trigger === undefined) return;
  work.record({ type: 'EventCaught', node, kind: trigger.kind, ...(name === undefined ? {} : { name }) });
}

const standsOnGateway = (work: WorkingCopy, element: ElementInstance): boolean =>
  work.world.process.definition.nodes.get(element.node)?.kind === 'eventBasedGateway';

interface Occurrence {
  readonly wait: Wait;
  readonly variables: JsonObject;
}

/** What an event brings; a parallel multiple event brings nothing (undefined) until all its triggers have come. */
function togetherWith(
  work: WorkingCopy,
  element: ElementInstance,
  { wait: { node, part }, variables }: Occurrence,
): JsonObject | undefined {
  const trigger = triggerOf(nodeOf(work, node));
  if (trigger?.kind !== 'multiple' || !trigger.parallel || part === undefined) return variables;

  const { occurred = {}, brought = {} } = element.progress ?? {};
  const before = Object.hasOwn(occurred, node) ? occurred[node] : undefined;
  const parts = [...new Set([...(before ?? []), part])];
  const together = { ...(before === undefined ? {} : brought[node]), ...variables };
  const isWhole = parts.length === trigger.triggers.length;
  const progress = {
    occurred: { ...occurred, [node]: isWhole ? [] : parts },
    brought: { ...brought, [node]: isWhole ? {} : together },
  };
  work.record({ type: 'ElementProgressed', elementInstanceId: element.id, node: element.node, progress });
  return isWhole ? together : undefined;
}
