import fc from 'fast-check';
import type { EventTrigger } from '../../src/engine/index.js';
import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import { CasePlayer, type PlayedCommand } from '../support/case-player.js';
import {
  adHocSubProcess,
  boundaryEvent,
  buildProcess,
  complexGateway,
  endEvent,
  eventSubProcess,
  parallelGateway,
  startEvent,
  subProcess,
  throwEvent,
  transaction,
  userTask,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';
import { sketch } from '../support/play-sketch.js';
import { openCommands } from './open-commands.js';

const stop: EventTrigger = { kind: 'signal', signal: 's' };
const guard = (id: string, trigger: EventTrigger, interrupting: boolean): NodeSketch =>
  eventSubProcess(
    id,
    sketch([startEvent(`start-${id}`, trigger, { interrupting })], `start-${id} > ${id}-arbeid > slutt-${id}`),
  );
const undoing = (task: string): readonly NodeSketch[] => [
  boundaryEvent(`${task}-angre`, task, { trigger: { kind: 'compensation' }, compensationHandler: `${task}-om` }),
  userTask(`${task}-om`, { isForCompensation: true }),
];
const cancelled = (id: string, host: string): NodeSketch =>
  boundaryEvent(id, host, { trigger: { kind: 'cancel' }, interrupting: true });
const each = { sequential: false, cardinality: '3' } as const;

const models: readonly (readonly [string, ScopeSketch])[] = [
  [
    'ad-hoc bodies that are undone and interrupted',
    sketch(
      [
        adHocSubProcess('fritt', sketch([userTask('a'), userTask('b'), guard('v', stop, true), ...undoing('a')]), {
          ordering: 'sequential',
          multiInstance: each,
        }),
      ],
      'start > fritt > c > slutt',
    ),
  ],
  [
    'a transaction in a transaction, both cancelled',
    sketch(
      [
        transaction(
          'ytre',
          sketch(
            [
              transaction(
                'indre',
                sketch([...undoing('a'), endEvent('slutt-x', { kind: 'cancel' })], 'start-j > a > q > slutt-x'),
              ),
              cancelled('av-indre', 'indre'),
              ...undoing('f'),
              endEvent('slutt-y', { kind: 'cancel' }),
            ],
            'start-i > f > indre > slutt-i',
            'av-indre > d > slutt-y',
          ),
        ),
        cancelled('av-ytre', 'ytre'),
        guard('v', stop, true),
      ],
      'start > ytre > c > slutt',
      'av-ytre > e > slutt2',
    ),
  ],
  [
    'a loop round a complex gateway, undone as a whole',
    sketch(
      [
        subProcess(
          'del',
          sketch(
            [
              ...undoing('a'),
              complexGateway('samle', { activationCondition: 'activationCount >= 2' }),
              parallelGateway('g'),
              guard('v', stop, true),
            ],
            'start-i > g > a > samle > d > slutt-i',
            'g > e > samle',
            'g > f > samle',
          ),
          { standardLoop: { maximum: 3, testBefore: false } },
        ),
        endEvent('slutt-angre', { kind: 'compensation', waits: true }),
      ],
      'start > del > c > slutt-angre',
    ),
  ],
  [
    'a sub-process with its own undoing, interrupted by a condition, undone aside',
    sketch(
      [
        subProcess(
          'del',
          sketch(
            [
              userTask('a', { multiInstance: each }),
              ...undoing('a'),
              guard('k', { kind: 'compensation' }, true),
              guard('v', { kind: 'conditional', condition: 'x = 2' }, true),
            ],
            'start-i > a > d > slutt-i',
          ),
        ),
        throwEvent('kast', { kind: 'compensation', waits: false }),
      ],
      'start > del > q > kast > c > slutt',
    ),
  ],
];

interface Turn {
  readonly kind: number;
  readonly pick: number;
  readonly x: number;
}

/** Mostly what the case waits for; now and then an operator moves tokens, resolves or corrects. */
function commandOf(player: CasePlayer, nodes: readonly string[], { kind, pick, x }: Turn): PlayedCommand | undefined {
  const { tokens, incidents } = player.instance;
  const [tokenId, incidentId] = [[...tokens.keys()][pick % tokens.size], [...incidents.keys()][pick % incidents.size]];
  const node = nodes[pick % nodes.length];
  if (kind === 0 && node !== undefined && tokenId !== undefined)
    return { type: 'ModifyProcessInstance', cancel: x === 0 ? [] : [{ tokenId }], start: [{ node }] };
  if (kind === 1 && incidentId !== undefined) return { type: 'ResolveIncident', incidentId, variables: { x } };
  if (kind === 2) return { type: 'SetVariables', variables: { x } };
  const open = openCommands(player.instance, { x });
  return open[pick % open.length];
}

const turns = fc.array(
  fc.record({ kind: fc.integer({ min: 0, max: 7 }), pick: fc.nat(), x: fc.integer({ min: 0, max: 2 }) }),
  { minLength: 5, maxLength: 25 },
);

describe('whatever happens, and whatever an operator moves, the laws hold', () => {
  it.each(models)('%s: 60 random cases, with 4 steps to a command and with all', (_, inside) => {
    const definition = buildProcess('prosess', inside);
    const nodes = [...definition.nodes.keys()];
    const law = fc.property(turns, fc.constantFrom(4, undefined), (given, mostSteps) => {
      const player = new CasePlayer(definition);
      player.mostSteps = mostSteps;
      player.start({ x: 0 });
      for (const turn of given) {
        const command = player.instance.state === 'active' ? commandOf(player, nodes, turn) : undefined;
        if (command !== undefined && player.ask(command).ok) player.play(command);
        expect(brokenLaws(player.instance, player.journal)).toEqual([]);
      }
    });

    fc.assert(law, { numRuns: 60 });
  });
});
