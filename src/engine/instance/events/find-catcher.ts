import type { Id } from '../../../shared/id.js';
import type { EventTrigger } from '../../definition/event-definition.js';
import type { BoundaryEvent, FlowNode, StartEvent } from '../../definition/flow-node.js';
import { evaluateText } from '../flow/feel-text.js';
import type { CaughtByCallers, ElementInstance } from '../state/process-instance.js';
import { withEnclosing } from '../flow/read-variables.js';
import { isSumOfBodies } from '../activities/sum-of-bodies.js';
import { isNonInterrupting, triggerOf } from './trigger-of.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

/** An error or escalation that looks for who catches it. */
export interface Sought {
  readonly kind: 'error' | 'escalation';
  /** Absent: only what catches every code catches it. */
  readonly code?: string;
}

type CatchingTrigger = Extract<EventTrigger, { readonly kind: 'error' | 'escalation' }>;

/** Who catches: an event on the edge of an element, or an event sub-process of a scope. */
export interface Catcher {
  readonly event: BoundaryEvent | StartEvent;
  readonly trigger: CatchingTrigger;
  /** The element whose edge the event sits on, or the scope that the event sub-process stands in. */
  readonly element: ElementInstance;
}

/**
 * The nearest catch of an error or escalation (BPMN 2.0.2 §10.5.7, §13.5.4): outward from where it is thrown, in each
 * scope first its event sub-processes, then the edge of its activity; one for the very code before one for every code. An
 * event sub-process never catches what is thrown in it, and what interrupted a scope ends the catching in that scope.
 */
export function findCatcher(work: WorkingCopy, from: Id<'ElementInstance'>, sought: Sought): Catcher | undefined {
  let inner: ElementInstance | undefined;
  for (const element of withEnclosing(work.instance(), from)) {
    const found = best(work, catchesIn(work, element, inner), sought) ?? best(work, catchesOn(work, element), sought);
    if (found !== undefined) return found;
    inner = element;
  }
  return undefined;
}

/** Every code that is caught around an element, outward to the process and on to its callers. */
export function caughtAround(work: WorkingCopy, from: Id<'ElementInstance'>): CaughtByCallers | undefined {
  const { caller } = work.instance();
  const errors = new Set<string | null>(caller?.catches?.errors);
  const escalations = new Set<string | null>(caller?.catches?.escalations);
  let inner: ElementInstance | undefined;
  for (const element of withEnclosing(work.instance(), from)) {
    for (const { trigger } of [...catchesIn(work, element, inner), ...catchesOn(work, element)]) {
      const code = codeOf(work, element, trigger);
      if (code !== undefined) (trigger.kind === 'error' ? errors : escalations).add(code);
    }
    inner = element;
  }
  return errors.size + escalations.size === 0 ? undefined : { errors: [...errors], escalations: [...escalations] };
}

function best(work: WorkingCopy, catchers: readonly Catcher[], { kind, code }: Sought): Catcher | undefined {
  const coded = catchers
    .filter(({ trigger }) => trigger.kind === kind)
    .map((catcher) => [catcher, codeOf(work, catcher.element, catcher.trigger)] as const);
  const exact = code === undefined ? undefined : coded.find(([, caught]) => caught === code);
  return (exact ?? coded.find(([, caught]) => caught === null))?.[0];
}

/** The code that a trigger catches, null for every code; undefined when its expression gives none. */
function codeOf(work: WorkingCopy, element: ElementInstance, { code }: CatchingTrigger): string | null | undefined {
  if (code === undefined) return null;
  const text = evaluateText(code, sightFrom(work, element.id));
  return text.ok ? text.value : undefined;
}

function catchesIn(work: WorkingCopy, scope: ElementInstance, inner: ElementInstance | undefined): readonly Catcher[] {
  const { scopes, nodes } = work.world.process.definition;
  // The sum of a multi-instance is no scope: its bodies are.
  if (isSumOfBodies(scope)) return [];
  const throwing = inner && nodes.get(inner.node);
  const starts = (eventSubProcess: string): readonly FlowNode[] =>
    (scopes.get(eventSubProcess)?.startEvents ?? []).flatMap((id) => nodes.get(id) ?? []);
  if (throwing?.kind === 'eventSubProcess' && !starts(throwing.id).some(isNonInterrupting)) return [];

  const others = (scopes.get(scope.node)?.eventSubProcesses ?? []).filter((id) => id !== throwing?.id);
  return others.flatMap(starts).flatMap((event) => catchersOf(event, scope));
}

function catchesOn(work: WorkingCopy, element: ElementInstance): readonly Catcher[] {
  const { nodes } = work.world.process.definition;
  const node = nodes.get(element.node);
  // Events sit on the edge of a multi-instance as a whole, never on one of its bodies.
  if (node === undefined || !('boundaryEvents' in node) || element.loopIndex !== undefined) return [];
  return node.boundaryEvents.flatMap((id) => nodes.get(id) ?? []).flatMap((event) => catchersOf(event, element));
}

function catchersOf(event: FlowNode, element: ElementInstance): readonly Catcher[] {
  if (event.kind !== 'boundaryEvent' && event.kind !== 'startEvent') return [];
  const trigger = triggerOf(event);
  const triggers = trigger?.kind === 'multiple' && !trigger.parallel ? trigger.triggers : [trigger];
  return triggers.flatMap((one) =>
    one?.kind === 'error' || one?.kind === 'escalation' ? [{ event, trigger: one, element }] : [],
  );
}
