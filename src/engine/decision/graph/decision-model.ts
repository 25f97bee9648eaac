import type { FunctionLogic } from '../logic/function.js';
import type { Logic } from '../logic/logic.js';
import type { ItemType } from '../types/item-type.js';

/** What an element needs, and under which name it sees it: one name, or the name of an import and one. */
export interface Requirement {
  readonly key: string;
  readonly path: readonly string[];
}

interface Element {
  /** Namespace and id: what requirements point to. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** The name under which others see its value. */
  readonly variable: string;
  readonly namespace: string;
}

/** Input data (DMN 1.5 §7.3.2): comes from outside. */
export interface InputNode extends Element {
  readonly kind: 'input';
  readonly type: ItemType;
}

/** A decision (DMN 1.5 §7.3.1). One without logic is made by somebody else: its value comes from outside, or is null. */
export interface DecisionNode extends Element {
  readonly kind: 'decision';
  readonly type: ItemType;
  readonly requires: readonly Requirement[];
  readonly logic?: Logic;
  /** Name of the only output of its decision table. */
  readonly column?: string;
  /** What its author calls this version, where the tool that wrote it knows such a name. */
  readonly versionTag?: string;
  /** Whether it sees what it is given by name, without requiring it: models of tools that draw no input data. */
  readonly seesContext: boolean;
}

/** A business knowledge model (DMN 1.5 §6.3.9): a function. */
export interface KnowledgeNode extends Element {
  readonly kind: 'knowledge';
  readonly requires: readonly Requirement[];
  readonly function: FunctionLogic;
}

/** A decision service (DMN 1.5 §6.3.10): a function of its input data and input decisions, in this order. */
export interface ServiceNode extends Element {
  readonly kind: 'service';
  readonly parameters: readonly string[];
  readonly outputs: readonly string[];
  readonly result: ItemType;
}

/** An element of a decision requirements graph that has a value. */
export type DrgNode = InputNode | DecisionNode | KnowledgeNode | ServiceNode;

/** A decision model, read and compiled, with everything it imports. Never changed. */
export interface DecisionModel {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly { readonly name: string; readonly model: DecisionModel }[];
  /** Its own elements, by key. */
  readonly nodes: ReadonlyMap<string, DrgNode>;
  /** Its own elements and those of everything it imports, by key. */
  readonly reach: ReadonlyMap<string, DrgNode>;
  readonly types: ReadonlyMap<string, ItemType>;
  /** Names that may follow a dot in the expressions of who imports it. */
  readonly memberNames: readonly string[];
}

/** The decisions of a model, in the order in which they are written: what can be asked for by id or name. */
export const decisionsOf = (model: DecisionModel): readonly Pick<DecisionNode, 'id' | 'name' | 'versionTag'>[] =>
  [...model.nodes.values()]
    .filter((node) => node.kind === 'decision')
    .map(({ id, name, versionTag }) => ({ id, name, ...(versionTag === undefined ? {} : { versionTag }) }));
