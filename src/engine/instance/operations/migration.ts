import type { FlowNode } from '../../definition/flow-node.js';
import type { ProcessDefinition } from '../../definition/process-definition.js';
import type { ProcessInstance } from '../state/process-instance.js';

/** From which version to which, and where each node went. */
export interface Migration {
  readonly from: ProcessDefinition;
  readonly to: ProcessDefinition;
  readonly mapping: Readonly<Record<string, string>>;
  /** The id of a node of the old version, or of the process, in the new one. */
  nameOf(id: string): string;
  /** The node of the new version that a node of the old one became. */
  nodeOf(id: string): FlowNode | undefined;
  /** The flow of the new version that a flow of the old one became: the same id, or between the same nodes. */
  flowOf(id: string): string | undefined;
}

/** A migration by a mapping of node ids; a node that is not named keeps its id. */
export function createMigration(
  from: ProcessDefinition,
  to: ProcessDefinition,
  mapping: Readonly<Record<string, string>>,
): Migration {
  const nameOf = (id: string): string => {
    if (Object.hasOwn(mapping, id)) return mapping[id] ?? id;
    return id === from.key ? to.key : id;
  };
  return {
    from,
    to,
    mapping,
    nameOf,
    nodeOf: (id) => to.nodes.get(nameOf(id)),
    flowOf(id) {
      const old = from.flows.get(id);
      const target = old && nameOf(old.target);
      if (old === undefined || to.flows.get(id)?.target === target) return id;
      const into = [...to.flows.values()].filter((flow) => flow.target === target);
      return into.find((flow) => flow.source === nameOf(old.source))?.id;
    },
  };
}

/** What is called something else in the new version: nodes that are mapped, and flows by which tokens came. */
export function renamedBy(migration: Migration, instance: ProcessInstance): Readonly<Record<string, string>> {
  const { from, mapping } = migration;
  const nodes = [from.key, ...Object.keys(mapping)].map((id) => [id, migration.nameOf(id)] as const);
  const flows = viasOf(instance).map((id) => [id, migration.flowOf(id) ?? id] as const);
  return Object.fromEntries([...nodes, ...flows].filter(([old, now]) => old !== now));
}

/** The flows that the instance remembers: by which tokens came, and which a complex gateway has used. */
export function viasOf({ tokens, elements }: ProcessInstance): readonly string[] {
  const resetting = [...elements.values()].flatMap(({ progress }) => Object.values(progress?.resetting ?? {}).flat());
  return [...[...tokens.values()].flatMap(({ via }) => via ?? []), ...resetting];
}
