import type { ProcessDefinition, ProcessEvent } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import type { JournalRow } from '../host/case-book.js';
import type { Operation } from './operation.js';

/** What happened in an instance, and in those it called if asked, as its journal tells it. */
export const trace: Operation = (bench, request) => {
  const id = request.text('instance');
  bench.host.cases.get(id);
  const asked = request.flag('children') ? withCalled(bench, id) : [id];
  const steps = asked.flatMap((one) => stepsOf(bench, one, asked.length > 1));
  return { trace: steps.toSorted((one, other) => one.seq - other.seq) };
};

function withCalled(bench: Bench, id: string): readonly string[] {
  const called = bench.host.cases.all().filter(({ caller }) => caller?.processInstanceId === id);
  return [id, ...called.flatMap((one) => withCalled(bench, one.id))];
}

interface Step extends JsonObject {
  readonly seq: number;
}

function stepsOf(bench: Bench, id: string, isOneOfMany: boolean): readonly Step[] {
  const { definition } = bench.host.processOf(bench.host.cases.get(id), id);
  const bodies = new Set<string>();
  return bench.host.cases.journal(id).flatMap(({ seq, event }: JournalRow): readonly Step[] => {
    if (event.type === 'ElementActivated' && event.element.loopIndex !== undefined) bodies.add(event.element.id);
    if (event.type === 'ElementEnded' && bodies.has(event.elementInstanceId)) return [];
    const step = stepOf(event);
    if (step === undefined) return [];
    const type = typeOf(definition, step.element);
    // The process itself is no node, and what stands around a global task is in no diagram.
    if ((type === 'unknown' && step.element === definition.key) || isAround(definition, step.element)) return [];
    return [{ seq, at: event.at, type, ...step, ...(isOneOfMany ? { instance: id } : {}) }];
  });
}

function typeOf({ nodes, flows }: ProcessDefinition, element: string): string {
  const kind = nodes.get(element)?.kind ?? (flows.has(element) ? 'sequenceFlow' : 'unknown');
  return kind === 'eventSubProcess' ? 'subProcess' : kind;
}

/** Whether a node or flow was not drawn: a global task is a process of its own (BPMN 2.0.2 §10.3.7). */
function isAround({ key, nodes, flows }: ProcessDefinition, element: string): boolean {
  if (!nodes.has(key)) return false;
  return element !== key && (nodes.has(element) || flows.has(element));
}

interface Happening {
  readonly element: string;
  readonly event: 'entered' | 'completed' | 'terminated' | 'taken' | 'thrown' | 'caught';
  readonly token?: string;
}

function stepOf(event: ProcessEvent): Happening | undefined {
  switch (event.type) {
    case 'NodeEntered':
      return { element: event.node, event: 'entered', token: event.tokenId };
    case 'NodeCompleted':
      return { element: event.node, event: 'completed', token: event.tokenId };
    case 'ElementEnded':
      return event.how === 'terminated' ? { element: event.node, event: 'terminated' } : undefined;
    case 'TokenMoved':
      return { element: event.via, event: 'taken', token: event.tokenId };
    case 'TokenCreated':
      return event.token.via === undefined
        ? undefined
        : { element: event.token.via, event: 'taken', token: event.token.id };
    case 'EventThrown':
      return { element: event.node, event: 'thrown', ...(event.tokenId === undefined ? {} : { token: event.tokenId }) };
    case 'EventCaught':
      return { element: event.node, event: 'caught' };
    default:
      return undefined;
  }
}
