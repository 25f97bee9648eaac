import type { FlowNode } from '../../definition/flow-node.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { error } from '../diagnostic.js';
import type { ProcessRule } from './rule.js';

/** Every cycle waits somewhere for a person, a job, a timer or a message; one that does not would never end. */
export const noWaitFreeCycle: ProcessRule = (definition) => {
  const passed = passedAtOnce(definition);
  const cycle = findCycle(definition, passed);
  if (cycle === undefined) return [];
  return [
    error('wait-free-cycle', cycle[0] ?? null, {
      message: `Expected every cycle to wait somewhere, but ${cycle.join(' → ')} never does`,
      melding: `Sløyfen ${cycle.join(' → ')} venter aldri på noe og ville gått i ring. Sett inn en oppgave eller en hendelse.`,
    }),
  ];
};

// A sub-process is passed at once when one of its ends is reached from its start without waiting.
function passedAtOnce(definition: UnversionedDefinition): ReadonlySet<string> {
  const passed = new Set<string>();
  const innermostFirst = [...definition.scopes.values()].toReversed();
  for (const node of definition.nodes.values()) if (!waits(node)) passed.add(node.id);
  for (const scope of innermostFirst) if (hasPathWithoutWaiting(definition, scope.id, passed)) passed.add(scope.id);
  return passed;
}

const waitFree: ReadonlySet<FlowNode['kind']> = new Set([
  'startEvent',
  'endEvent',
  'task',
  'manualTask',
  'exclusiveGateway',
  'parallelGateway',
]);

const waits = (node: FlowNode): boolean => !waitFree.has(node.kind);

function hasPathWithoutWaiting(definition: UnversionedDefinition, scope: string, passed: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  const waiting = [...(definition.scopes.get(scope)?.startEvents ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id) || !passed.has(id)) continue;
    seen.add(id);
    const next = targetsOf(definition, id);
    if (next.length === 0) return true;
    waiting.push(...next);
  }
  return false;
}

function findCycle(definition: UnversionedDefinition, passed: ReadonlySet<string>): readonly string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();

  const visit = (id: string): readonly string[] | undefined => {
    if (onPath.has(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id) || !passed.has(id)) return undefined;
    path.push(id);
    onPath.add(id);
    for (const target of targetsOf(definition, id)) {
      const cycle = visit(target);
      if (cycle) return cycle;
    }
    path.pop();
    onPath.delete(id);
    done.add(id);
    return undefined;
  };

  for (const id of definition.nodes.keys()) {
    const cycle = visit(id);
    if (cycle) return cycle;
  }
  return undefined;
}

const targetsOf = ({ nodes, flows }: UnversionedDefinition, id: string): readonly string[] =>
  (nodes.get(id)?.outgoing ?? []).map((flow) => flows.get(flow)?.target ?? '');
