import { isActivity, type FlowNode } from '../definition/flow-node.js';
import type { Scope, UnversionedDefinition } from '../definition/process-definition.js';
import { linksFrom, linksInto } from '../definition/links.js';

/** How tokens come together: each passes by itself, all ways must bring one, or those that still may. */
export type Join = 'each' | 'all' | 'some';

/** A way on from a station: its number, to where, and whether a token always takes it. */
export interface Way {
  readonly number: number;
  readonly to: number;
  readonly always: boolean;
}

/** A place where tokens come together and part again: a node, or the border of an activity with events on it. */
export interface Station {
  readonly id: string;
  readonly join: Join;
  readonly split: 'one' | 'all' | 'some';
  readonly ways: readonly Way[];
  /** Numbers of the ways that lead here. */
  readonly from: readonly number[];
  /** Whether a token that comes here ends all others. */
  readonly clears: boolean;
}

/** A scope as a net: its stations, and its ways by number. */
export interface ScopeNet {
  readonly stations: readonly Station[];
  /** The first stations; a token stands at one of them, or at each. */
  readonly starts: readonly number[];
  readonly startsAll: boolean;
}

interface Draft {
  readonly id: string;
  readonly join: Join;
  readonly split: Station['split'];
  readonly clears: boolean;
  readonly targets: readonly { readonly id: string; readonly always: boolean }[];
}

/** The net of a scope; undefined where counting tokens needs more than its flows (complex joins, quantities, ad hoc). */
export function scopeNet(scope: Scope, definition: UnversionedDefinition): ScopeNet | undefined {
  const nodes = scope.nodes.map((id) => definition.nodes.get(id)).filter((node) => node !== undefined);
  if (definition.nodes.get(scope.id)?.kind === 'adHocSubProcess' || nodes.some(isUncountable)) return undefined;

  const drafts = nodes.flatMap((node) => draftsOf(node, definition));
  const numbers = new Map(drafts.map(({ id }, number) => [id, number]));
  const starts = startsOf(scope, nodes).flatMap((id) => numbers.get(id) ?? []);
  return { stations: numbered(drafts, numbers), starts, startsAll: scope.startEvents.length === 0 };
}

const isUncountable = (node: FlowNode): boolean =>
  (node.kind === 'complexGateway' && node.incoming.length > 1) ||
  (isActivity(node) && ((node.startQuantity ?? 1) !== 1 || (node.completionQuantity ?? 1) !== 1));

function startsOf(scope: Scope, nodes: readonly FlowNode[]): readonly string[] {
  if (scope.startEvents.length > 0) return scope.startEvents;
  return nodes.filter((node) => node.incoming.length === 0 && !isBeside(node)).map(({ id }) => id);
}

// What no token of the flow comes to: it begins by itself, or when something else is undone.
const isBeside = (node: FlowNode): boolean =>
  node.kind === 'boundaryEvent' ||
  node.kind === 'eventSubProcess' ||
  linksInto(node).length > 0 ||
  (isActivity(node) && node.isForCompensation === true);

function draftsOf(node: FlowNode, definition: UnversionedDefinition): readonly Draft[] {
  const exit: Draft = {
    id: node.id,
    join: joinOf(node),
    split: splitOf(node, definition),
    clears: node.kind === 'endEvent' && /^(terminate|error|cancel)$/.test(node.result.kind),
    targets: [...flowTargets(node, definition), ...linkTargets(node, definition)],
  };
  const events = isActivity(node) ? eventsOn(node.boundaryEvents, definition) : [];
  return events.length === 0 ? [exit] : bordered(exit, events);
}

function joinOf({ kind }: FlowNode): Join {
  if (kind === 'parallelGateway') return 'all';
  return kind === 'inclusiveGateway' ? 'some' : 'each';
}

function splitOf(node: FlowNode, { flows }: UnversionedDefinition): Station['split'] {
  if (node.kind === 'exclusiveGateway' || node.kind === 'eventBasedGateway') return 'one';
  if (node.kind === 'inclusiveGateway' || node.kind === 'complexGateway') return 'some';
  return node.outgoing.some((id) => flows.get(id)?.condition !== undefined) ? 'some' : 'all';
}

const flowTargets = (node: FlowNode, { flows }: UnversionedDefinition): Draft['targets'] =>
  node.outgoing.flatMap((id) => {
    const flow = flows.get(id);
    const isDefault = 'defaultFlow' in node && node.defaultFlow === id;
    return flow === undefined ? [] : [{ id: flow.target, always: flow.condition === undefined && !isDefault }];
  });

const linkTargets = (node: FlowNode, { scopes, nodes }: UnversionedDefinition): Draft['targets'] => {
  const links = linksFrom(node);
  if (links.length === 0) return [];
  return (scopes.get(node.scope)?.nodes ?? [])
    .map((id) => nodes.get(id))
    .filter((other) => other !== undefined && linksInto(other).some((link) => links.includes(link)))
    .flatMap((other) => (other === undefined ? [] : [{ id: other.id, always: true }]));
};

const eventsOn = (ids: readonly string[], { nodes }: UnversionedDefinition): readonly Draft['targets'][number][] =>
  ids
    .map((id) => nodes.get(id))
    .filter((event) => event?.kind === 'boundaryEvent' && event.trigger.kind !== 'compensation')
    .flatMap((event) => (event?.kind === 'boundaryEvent' ? [{ id: event.id, always: !event.interrupting }] : []));

// An activity with events on it is left by its own way or by one that interrupts; what does not interrupt comes beside.
function bordered(exit: Draft, events: Draft['targets']): readonly Draft[] {
  const [left, done] = [`${exit.id} `, `${exit.id}  `];
  const interrupting = events.filter(({ always }) => !always);
  const beside = events.filter(({ always }) => always).map(({ id }) => ({ id, always: false }));
  const step = { join: 'each', clears: false } as const;
  return [
    { ...step, id: exit.id, join: exit.join, split: 'some', targets: [{ id: left, always: true }, ...beside] },
    { ...step, id: left, split: 'one', targets: [{ id: done, always: false }, ...interrupting] },
    { ...exit, id: done, join: 'each' },
  ];
}

function numbered(drafts: readonly Draft[], numbers: ReadonlyMap<string, number>): readonly Station[] {
  const from = drafts.map((): number[] => []);
  let way = 0;
  const ways = drafts.map(({ targets }) =>
    targets.flatMap(({ id, always }): readonly Way[] => {
      const to = numbers.get(id);
      if (to === undefined) return [];
      from[to]?.push(way);
      return [{ number: way++, to, always }];
    }),
  );
  return drafts.map(({ id, join, split, clears }, number) => ({
    id: id.trim(),
    join,
    split,
    clears,
    ways: ways[number] ?? [],
    from: from[number] ?? [],
  }));
}
