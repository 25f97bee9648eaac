import fc from 'fast-check';
import type { ProcessDefinition } from '../../src/engine/index.js';
import {
  boundaryEvent,
  buildProcess,
  callActivity,
  catchEvent,
  endEvent,
  exclusiveGateway,
  flow,
  manualTask,
  noneTask,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  userTask,
  type FlowSketch,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';

/** A part of a process with one way in and one way out: whatever is nested, it can be brought to its end. */
export type Block =
  | { readonly kind: 'user' | 'service' | 'none' | 'manual' | 'timer' | 'message' | 'call' | 'failing' | 'dated' }
  | { readonly kind: 'sequence' | 'parallel' | 'exclusive' | 'split'; readonly blocks: readonly Block[] }
  | { readonly kind: 'sub'; readonly inside: Block }
  | { readonly kind: 'loop'; readonly inside: Block }
  | { readonly kind: 'each'; readonly inside: Block | undefined; readonly sequential: boolean; readonly early: boolean }
  | { readonly kind: 'edge'; readonly inside: Block | undefined; readonly by: EdgeKind; readonly after: Block };

type EdgeKind = 'interrupting timer' | 'cycle' | 'interrupting message' | 'message';

const leaf = fc.constantFrom<Block>(
  ...(['user', 'service', 'none', 'manual', 'timer', 'message', 'call', 'failing', 'dated'] as const).map((kind) => ({
    kind,
  })),
);

/** Any structured process of up to some 30 nodes. */
export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('sequence', 'parallel', 'exclusive', 'split'),
        blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('sub', 'loop'), inside: tie('block') }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('each'),
        inside: fc.option(tie('block'), { nil: undefined }),
        sequential: fc.boolean(),
        early: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('edge'),
        inside: fc.option(tie('block'), { nil: undefined }),
        by: fc.constantFrom<EdgeKind[]>('interrupting timer', 'cycle', 'interrupting message', 'message'),
        after: leaf,
      }),
    },
  ),
})).block;

/** The part of a diagram that a block becomes, with the nodes where it begins and ends. */
interface Part extends ScopeSketch {
  readonly first: string;
  readonly last: string;
}

/** Draws blocks as BPMN; ids count up so that a failing example can be read. */
class Draughtsman {
  #count = 0;

  scope(block: Block): ScopeSketch {
    const [start, end] = [this.#id('start'), this.#id('slutt')];
    const part = this.#part(block);
    return {
      nodes: [startEvent(start), ...part.nodes, endEvent(end)],
      flows: [flow(start, part.first), ...part.flows, flow(part.last, end)],
    };
  }

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}-${this.#count}`;
  }

  #part(block: Block): Part {
    switch (block.kind) {
      case 'sequence':
        return this.#sequence(block.blocks);
      case 'parallel':
      case 'exclusive':
        return this.#gateways(block.kind, block.blocks);
      case 'split':
        return this.#split(block.blocks);
      case 'loop':
        return this.#loop(block.inside);
      case 'edge':
        return this.#edge(block);
      default:
        return alone(this.#activity(block));
    }
  }

  #activity(
    block: Exclude<Block, { kind: 'sequence' | 'parallel' | 'exclusive' | 'split' | 'loop' | 'edge' }>,
  ): NodeSketch {
    const id = this.#id(block.kind);
    switch (block.kind) {
      case 'user':
        return userTask(id);
      case 'dated':
        return userTask(id, { deadline: { rule: 'D02' } });
      case 'service':
        return serviceTask(id);
      case 'none':
        return noneTask(id, { outputs: [{ source: '1', target: 'satt' }] });
      case 'manual':
        return manualTask(id);
      case 'call':
        return callActivity(id, 'annet', { outputs: [{ source: 'x', target: 'y' }] });
      case 'failing':
        return serviceTask(id, {
          inputs: [{ source: 'mangler + 1', target: 'n' }],
          outputs: [{ source: 'y', target: 'z' }],
        });
      case 'timer':
        return catchEvent(id, { kind: 'timer', schedule: { kind: 'duration', expression: '"P3D"' } });
      case 'message':
        return catchEvent(id, { kind: 'message', message: 'svar' });
      case 'sub':
        return subProcess(id, this.scope(block.inside), { inputs: [{ source: '1', target: 'lokal' }] });
      case 'each':
        return this.#each(id, block);
    }
  }

  #each(id: string, block: Extract<Block, { kind: 'each' }>): NodeSketch {
    const multiInstance = {
      sequential: block.sequential,
      collection: '[1, 2, 3]',
      elementVariable: 'ting',
      outputCollection: `samlet_${this.#count}`,
      outputElement: 'ting',
      ...(block.early ? { completionCondition: 'numberOfCompletedInstances >= 2' } : {}),
    };
    return block.inside === undefined
      ? userTask(id, { multiInstance })
      : subProcess(id, this.scope(block.inside), { multiInstance });
  }

  #sequence(blocks: readonly Block[]): Part {
    const parts = blocks.map((block) => this.#part(block));
    const links = parts.slice(1).map((part, index) => flow(parts[index]?.last ?? '', part.first));
    return joined(parts, { flows: links, first: parts[0]?.first ?? '', last: parts.at(-1)?.last ?? '' });
  }

  #gateways(kind: 'parallel' | 'exclusive', blocks: readonly Block[]): Part {
    const [open, close] = [this.#id(kind), this.#id(kind)];
    const parts = blocks.map((block) => this.#part(block));
    const [other, ...chosen] = parts;
    const ways: FlowSketch[] = chosen.map((part, index) =>
      flow(open, part.first, kind === 'exclusive' ? `x = ${index + 1}` : undefined),
    );
    const gateway = (id: string): NodeSketch =>
      kind === 'parallel' ? parallelGateway(id) : exclusiveGateway(id, { defaultFlow: `${id}-${other?.first}` });
    return joined(parts, {
      nodes: [gateway(open), kind === 'parallel' ? parallelGateway(close) : exclusiveGateway(close)],
      flows: [...ways, flow(open, other?.first ?? ''), ...parts.map((part) => flow(part.last, close))],
      first: open,
      last: close,
    });
  }

  /** A task that gives a token to every block at once; joined by a parallel gateway. */
  #split(blocks: readonly Block[]): Part {
    const [open, close] = [this.#id('splitt'), this.#id('parallel')];
    const parts = blocks.map((block) => this.#part(block));
    return joined(parts, {
      nodes: [userTask(open), parallelGateway(close)],
      flows: parts.flatMap((part) => [flow(open, part.first), flow(part.last, close)]),
      first: open,
      last: close,
    });
  }

  /** Goes round, past a user task, until somebody says `ferdig`; stuck while nobody has said anything. */
  #loop(inside: Block): Part {
    const [merge, ask, choice, leave] = [this.#id('flett'), this.#id('user'), this.#id('valg'), this.#id('none')];
    const part = this.#part(inside);
    return joined([part], {
      nodes: [exclusiveGateway(merge), userTask(ask), exclusiveGateway(choice), noneTask(leave)],
      flows: [
        flow(merge, ask),
        flow(ask, part.first),
        flow(part.last, choice),
        flow(choice, merge, 'ferdig = false'),
        flow(choice, leave, 'ferdig = true'),
      ],
      first: merge,
      last: leave,
    });
  }

  #edge({ inside, by, after }: Extract<Block, { kind: 'edge' }>): Part {
    const [host, edge, end, close] = [this.#id('vert'), this.#id('kant'), this.#id('slutt'), this.#id('flett')];
    const part = this.#part(after);
    const trigger =
      by === 'cycle'
        ? ({ kind: 'timer', schedule: { kind: 'cycle', expression: '"R/P7D"' } } as const)
        : by === 'interrupting timer'
          ? ({ kind: 'timer', schedule: { kind: 'duration', expression: '"P2D"' } } as const)
          : ({ kind: 'message', message: 'kant' } as const);
    const interrupting = by.startsWith('interrupting');
    return joined([part], {
      nodes: [
        inside === undefined ? userTask(host) : subProcess(host, this.scope(inside)),
        boundaryEvent(edge, host, { trigger, interrupting }),
        exclusiveGateway(close),
        endEvent(end),
      ],
      flows: [flow(host, close), flow(edge, part.first), flow(part.last, interrupting ? close : end)],
      first: host,
      last: close,
    });
  }
}

const alone = (node: NodeSketch): Part => ({ nodes: [node], flows: [], first: node.id, last: node.id });

function joined(
  parts: readonly Part[],
  around: Omit<Part, 'nodes'> & { readonly nodes?: readonly NodeSketch[] },
): Part {
  return {
    ...around,
    nodes: [...(around.nodes ?? []), ...parts.flatMap((part) => part.nodes)],
    flows: [...around.flows, ...parts.flatMap((part) => part.flows)],
  };
}

/** The process that a block stands for. */
export const processOf = (block: Block): ProcessDefinition => buildProcess('tilfeldig', new Draughtsman().scope(block));
