/** A way from a state to another; the guard is the condition as it is written in the diagram. */
export interface ChartTransition {
  readonly target: string;
  readonly guard?: string;
  readonly description?: string;
}

/** A state of an exported chart: the part of XState's JSON that Stately's tools draw and simulate. */
export interface ChartState {
  readonly id?: string;
  readonly type?: 'parallel' | 'final';
  readonly initial?: string;
  readonly states?: Readonly<Record<string, ChartState>>;
  readonly on?: Readonly<Record<string, readonly ChartTransition[]>>;
  readonly always?: readonly ChartTransition[];
  readonly onDone?: readonly ChartTransition[];
  readonly description?: string;
  readonly tags?: readonly string[];
}

/** A process as one hierarchical statechart. */
export interface Statechart {
  readonly chart: ChartState;
  /** Nodes whose tokens a statechart cannot hold as the diagram means it: they are drawn, with the tag `flat`. */
  readonly flat: readonly string[];
}

/** The key and id of a node's state: XState reads a dot as a path, and XML ids never hold blanks. */
export const stateKey = (node: string): string => node.replaceAll('.', ' ');

/** A target by id, from wherever it is. */
export const toState = (node: string): string => `#${stateKey(node)}`;
