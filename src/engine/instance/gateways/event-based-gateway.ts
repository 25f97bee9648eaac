import type { EventTrigger } from '../../definition/event-definition.js';
import type { EventBasedGateway } from '../../definition/flow-node.js';
import { openTrigger } from '../events/event-trigger.js';
import { elementOn, standInFor } from '../flow/pass-node.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance, Token } from '../state/process-instance.js';
import { runPhase } from '../flow/run-phase.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/**
 * Lets a token wait at a gateway for the first of the events behind it (BPMN 2.0.2 §13.4.4); at a parallel one for all of
 * them, or for those that have not come yet.
 */
export function enterEventBasedGateway(work: WorkingCopy, gateway: EventBasedGateway, token: Token): void {
  awaitEvents(work, gateway, elementOn(work, token.id) ?? standInFor(work, token, 'activating'));
}

/** Begins to wait for every event behind a gateway; what fails leaves the gateway `activating` with an incident. */
export function awaitEvents(work: WorkingCopy, gateway: EventBasedGateway, element: ElementInstance): void {
  runPhase(
    work,
    () => openEvents(work, gateway, element),
    () => element,
  );
}

function openEvents(work: WorkingCopy, gateway: EventBasedGateway, stuckOrNew: ElementInstance): Problem | undefined {
  const events = eventsBehind(work, gateway);
  const awaited = stuckOrNew.progress?.awaited ?? events.map(({ id }) => id);
  const progress = gateway.parallel ? { progress: { awaited } } : {};
  const element: ElementInstance = { ...stuckOrNew, ...progress, phase: 'activated' };
  work.record({ type: 'ElementActivated', element });
  for (const { id, trigger } of events.filter((event) => awaited.includes(event.id))) {
    const problem = openTrigger(work, element, { id, trigger });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** An event that a gateway waits for: a catch event or a receive task (BPMN 2.0.2 §10.6.6). */
export interface EventBehind {
  readonly id: string;
  readonly trigger: EventTrigger;
}

/** The events behind a gateway, in the order of its ways out. */
export function eventsBehind(work: WorkingCopy, { outgoing }: EventBasedGateway): readonly EventBehind[] {
  const { flows } = work.world.process.definition;
  return outgoing.flatMap((id) => {
    const target = flows.get(id)?.target;
    const node = target === undefined ? undefined : nodeOf(work, target);
    return node?.kind === 'intermediateCatchEvent' || node?.kind === 'receiveTask' ? [node] : [];
  });
}
