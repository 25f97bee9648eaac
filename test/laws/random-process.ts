import type { ProcessDefinition } from '../../src/engine/index.js';
import { ending, eventLeaf, guarded, type Part } from './event-blocks.js';
import {
  adHocSubProcess,
  boundaryEvent,
  buildProcess,
  callActivity,
  catchEvent,
  complexGateway,
  endEvent,
  eventBasedGateway,
  exclusiveGateway,
  flow,
  inclusiveGateway,
  manualTask,
  noneTask,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
  userTask,
  type FlowSketch,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';
import { edgeTriggers, type Block } from './random-block.js';

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
      case 'inclusive':
      case 'complex':
        return this.#gateways(block.kind, block.blocks);
      case 'event':
        return this.#events(block.blocks);
      case 'split':
        return this.#split(block.blocks);
      case 'loop':
        return this.#loop(block.inside);
      case 'undo':
        return this.#undo(block.inside);
      case 'edge':
        return this.#edge(block);
      case 'ending':
        return ending(this.#id('slutter'), block.by, this.#part(block.inside));
      default:
        return alone(this.#activity(block));
    }
  }

  #activity(
    block: Exclude<Block, { readonly blocks: readonly Block[] } | { kind: 'loop' | 'edge' | 'ending' | 'undo' }>,
  ): NodeSketch {
    const id = this.#id(block.kind.replace(' ', '-'));
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
      case 'repeat': {
        const standardLoop = { condition: 'loopCounter < 2', testBefore: block.ordered };
        return subProcess(id, this.scope(block.inside), { standardLoop });
      }
      case 'free': {
        const inside = [userTask(this.#id('fri')), subProcess(this.#id('fri'), this.scope(block.inside))];
        return adHocSubProcess(
          id,
          { nodes: inside, flows: [] },
          { ordering: block.ordered ? 'sequential' : 'parallel' },
        );
      }
      case 'each':
        return this.#each(id, block);
      case 'guarded': {
        const parts = { inside: this.scope(block.inside), handler: this.#part(block.handler) };
        return guarded(id, block.guard, { ...parts, interrupting: block.interrupting });
      }
      default:
        return eventLeaf(id, block.kind);
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

  #gateways(kind: 'parallel' | 'exclusive' | 'inclusive' | 'complex', blocks: readonly Block[]): Part {
    const [open, close] = [this.#id(kind), this.#id(kind)];
    const parts = blocks.map((block) => this.#part(block));
    const [other, ...chosen] = parts;
    const isChoice = kind === 'exclusive' || kind === 'inclusive';
    const condition = (index: number): string => (kind === 'exclusive' ? `x = ${index + 1}` : `x > ${index}`);
    const ways: FlowSketch[] = chosen.map((part, index) =>
      flow(open, part.first, isChoice ? condition(index) : undefined),
    );
    return joined(parts, {
      nodes: [gatewayOf(kind, open, `${open}-${other?.first}`), gatewayOf(kind, close)],
      flows: [...ways, flow(open, other?.first ?? ''), ...parts.map((part) => flow(part.last, close))],
      first: open,
      last: close,
    });
  }

  /** The first of a timer and messages chooses which block is done. */
  #events(blocks: readonly Block[]): Part {
    const [open, close] = [this.#id('hendelse'), this.#id('flett')];
    const parts = blocks.map((block) => this.#part(block));
    const catches = parts.map((_, index) =>
      catchEvent(
        this.#id('kom'),
        index === 0
          ? { kind: 'timer', schedule: { kind: 'duration', expression: '"P5D"' } }
          : { kind: 'message', message: `svar-${index}` },
      ),
    );
    return joined(parts, {
      nodes: [eventBasedGateway(open), exclusiveGateway(close), ...catches],
      flows: parts.flatMap((part, index) => {
        const event = catches[index]?.id ?? '';
        return [flow(open, event), flow(event, part.first), flow(part.last, close)];
      }),
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

  /** What was done before in the same scope, and in this sub-process, is undone when this part ends. */
  #undo(inside: Block): Part {
    const [task, handler, host, undo] = [this.#id('user'), this.#id('angre'), this.#id('vert'), this.#id('kast')];
    const scope = this.scope(inside);
    const edge = boundaryEvent(`kant-${task}`, task, {
      trigger: { kind: 'compensation' },
      compensationHandler: handler,
    });
    const first = scope.flows[0];
    const rest = scope.flows.slice(1);
    return {
      nodes: [
        subProcess(host, {
          nodes: [...scope.nodes, userTask(task), edge, userTask(handler, { isForCompensation: true })],
          flows: [flow(first?.source ?? '', task), flow(task, first?.target ?? ''), ...rest],
        }),
        throwEvent(undo, { kind: 'compensation', waits: true }),
      ],
      flows: [flow(host, undo)],
      first: host,
      last: undo,
    };
  }

  #edge({ inside, by, after }: Extract<Block, { kind: 'edge' }>): Part {
    const [host, edge, end, close] = [this.#id('vert'), this.#id('kant'), this.#id('slutt'), this.#id('flett')];
    const part = this.#part(after);
    const trigger = edgeTriggers[by];
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

/** A gateway that splits by default to `defaultFlow`, or joins. */
function gatewayOf(
  kind: 'parallel' | 'exclusive' | 'inclusive' | 'complex',
  id: string,
  defaultFlow?: string,
): NodeSketch {
  const byDefault = defaultFlow === undefined ? {} : { defaultFlow };
  if (kind === 'exclusive') return exclusiveGateway(id, byDefault);
  if (kind === 'inclusive') return inclusiveGateway(id, byDefault);
  // A discriminator: the first token goes on, the others are taken when they come.
  if (kind === 'complex' && defaultFlow === undefined) {
    return complexGateway(id, { activationCondition: 'activationCount >= 1' });
  }
  return parallelGateway(id);
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
