import type { FlowNode } from '../../definition/flow-node.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { error, warning } from '../../xml/diagnostic.js';
import type { ProcessRule } from './rule.js';

/**
 * Every cycle waits somewhere for a person, a job, a timer or a message. One that does not is only a warning where a choice
 * may lead out of it (the step budget guards it while it runs); one that no token ever leaves is refused.
 */
export const noWaitFreeCycle: ProcessRule = (definition) => {
  const passed = passedAtOnce(definition);
  return cyclesIn(definition, passed).map((cycle) => {
    const isEndless = cycle.every((id) => staysIn(definition, id, cycle));
    const way = [...cycle, cycle[0] ?? ''].join(' → ');
    return (isEndless ? error : warning)('wait-free-cycle', cycle[0] ?? null, {
      witness: cycle,
      message: `Expected every cycle to wait somewhere, but ${way} never does`,
      melding: `Sløyfen ${way} venter aldri på noe og kan gå i ring. Sett inn en oppgave eller en hendelse.`,
    });
  });
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
  'intermediateThrowEvent',
  'exclusiveGateway',
  'inclusiveGateway',
  'complexGateway',
  'parallelGateway',
]);

// A join waits for its other ways.
function waits(node: FlowNode): boolean {
  if (node.kind === 'manualTask') return node.waits === true;
  if (node.kind === 'scriptTask') return node.work.kind !== 'feel';
  if (node.kind === 'businessRuleTask') return node.work.kind !== 'decision';
  return !waitFree.has(node.kind) || (node.kind === 'parallelGateway' && node.incoming.length > 1);
}

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

/** Groups of nodes that lead to each other without waiting, each in the order in which it is walked (Tarjan). */
function cyclesIn(definition: UnversionedDefinition, passed: ReadonlySet<string>): readonly (readonly string[])[] {
  const entered = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const cycles: (readonly string[])[] = [];

  const visit = (id: string): void => {
    entered.set(id, entered.size);
    lowest.set(id, entered.size - 1);
    path.push(id);
    onPath.add(id);
    for (const target of targetsOf(definition, id).filter((other) => passed.has(other))) {
      if (!entered.has(target)) visit(target);
      if (onPath.has(target)) lowest.set(id, Math.min(lowest.get(id) ?? 0, lowest.get(target) ?? 0));
    }
    if (lowest.get(id) !== entered.get(id)) return;
    const group = path.splice(path.indexOf(id));
    for (const one of group) onPath.delete(one);
    if (group.length > 1 || targetsOf(definition, id).includes(id)) cycles.push(group);
  };
  for (const id of passed) if (!entered.has(id)) visit(id);
  return cycles;
}

/** Whether a token on a node always goes on within the cycle, whatever conditions say. */
function staysIn(definition: UnversionedDefinition, id: string, cycle: readonly string[]): boolean {
  const node = definition.nodes.get(id);
  const flows = (node?.outgoing ?? []).flatMap((flow) => definition.flows.get(flow) ?? []);
  const decides = node?.kind === 'exclusiveGateway' || flows.some(({ condition }) => condition !== undefined);
  const inside = flows.map(({ target }) => cycle.includes(target));
  return decides ? inside.every(Boolean) : inside.some(Boolean);
}

const targetsOf = ({ nodes, flows }: UnversionedDefinition, id: string): readonly string[] =>
  (nodes.get(id)?.outgoing ?? []).map((flow) => flows.get(flow)?.target ?? '');
