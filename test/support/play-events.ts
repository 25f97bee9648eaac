import type { EventTrigger } from '../../src/engine/index.js';
import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import type { JsonObject } from '../../src/shared/json.js';
import { CasePlayer } from './case-player.js';
import { buildProcess, type ScopeSketch } from './process-builder.js';

const played: CasePlayer[] = [];

/** A case of the process that is drawn so, not begun; `expectLaws` looks at it afterwards. */
export function caseOf(inside: ScopeSketch): CasePlayer {
  const play = new CasePlayer(buildProcess('prosess', inside));
  played.push(play);
  return play;
}

/** A case of the process that is drawn so, begun with these variables. */
export function playEvents(inside: ScopeSketch, variables: JsonObject = {}): CasePlayer {
  const play = caseOf(inside);
  play.start(variables);
  return play;
}

/** What must be true of every case that was played in a test. */
export function expectLaws(): void {
  for (const play of played.splice(0).filter(({ journal }) => journal.length > 0))
    expect(brokenLaws(play.instance, play.journal)).toEqual([]);
}

/** A trigger, and how the outside makes it happen. */
export interface Happening {
  readonly name: string;
  readonly trigger: EventTrigger;
  /** Whether it brings variables of its own. */
  readonly brings: boolean;
  readonly happen: (play: CasePlayer, node: string, variables?: JsonObject) => void;
}

export const onMessage: EventTrigger = { kind: 'message', message: 'svar' };
export const onSignal: EventTrigger = { kind: 'signal', signal: 'alarm' };
export const onCondition: EventTrigger = { kind: 'conditional', condition: 'n > 10' };
export const afterDays = (days: number): EventTrigger => ({
  kind: 'timer',
  schedule: { kind: 'duration', expression: `"P${days}D"` },
});
export const weekly: EventTrigger = { kind: 'timer', schedule: { kind: 'cycle', expression: '"R/P7D"' } };
export const either = (...triggers: readonly EventTrigger[]): EventTrigger => ({
  kind: 'multiple',
  triggers,
  parallel: false,
});
export const all = (...triggers: readonly EventTrigger[]): EventTrigger => ({
  kind: 'multiple',
  triggers,
  parallel: true,
});

/** Variables written into the process itself from outside. */
export const setVariables = (play: CasePlayer, variables: JsonObject): void => {
  play.play({ type: 'SetVariables', variables });
};

const message: Happening = {
  name: 'message',
  trigger: onMessage,
  brings: true,
  happen: (play, node, variables) => void play.correlate(node, variables),
};
const signal: Happening = {
  name: 'signal',
  trigger: onSignal,
  brings: true,
  happen: (play, _node, variables) => void play.signal('alarm', variables),
};

/** Everything that can be awaited anywhere in a diagram, and how it happens. */
export const happenings: readonly Happening[] = [
  message,
  signal,
  { name: 'timer', trigger: afterDays(2), brings: false, happen: (play) => void play.ring() },
  {
    name: 'condition',
    trigger: onCondition,
    brings: false,
    happen: (play) => {
      setVariables(play, { n: 1 });
      setVariables(play, { n: 11 });
    },
  },
  { ...message, name: 'multiple, by its message', trigger: either(onMessage, onSignal) },
  { ...signal, name: 'multiple, by its signal', trigger: either(onMessage, onSignal) },
  {
    name: 'parallel multiple, by all of them',
    trigger: all(onMessage, onSignal),
    brings: true,
    happen: (play, node, variables) => {
      play.correlate(node, variables);
      play.signal('alarm');
    },
  },
];
