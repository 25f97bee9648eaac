import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { serializeInstance, type DeadlineRegister } from '../../src/engine/index.js';
import type { JsonObject } from '../../src/shared/json.js';
import { CasePlayer, type PlayedCommand } from '../support/case-player.js';
import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import { helpfulCommand, openCommands } from './open-commands.js';
import { anyBlock, type Block } from './random-block.js';
import { processOf } from './random-process.js';

const register: DeadlineRegister = [
  {
    id: 'D02',
    name: 'Foreløpig svar',
    length: { period: 'P1M' },
    kind: 'authority',
    rounding: 'backward',
    law: 'forvaltningsloven § 11 a',
    verified: true,
    validFrom: '2020-01-01',
    ladder: [{ kind: 'reminder', offset: '-P7D', to: 'assignee' }],
  },
];

const numRuns = 1_000;

/** Runs a law and prints the seed, so that a failure can be run again: `LAW_SEED=… npm test -- test/laws`. */
function holdsFor<Ts extends [unknown, ...unknown[]]>(law: fc.IProperty<Ts>): void {
  const seed = process.env['LAW_SEED'];
  const result = fc.check(law, { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) });
  process.stdout.write(`law ran ${result.numRuns} times with seed ${result.seed}\n`);
  if (result.failed) throw new Error(fc.defaultReportMessage(result), { cause: result.errorInstance });
}

function begin(block: Block): CasePlayer {
  const play = new CasePlayer(processOf(block), register);
  play.start({ x: 0 });
  obey(play);
  return play;
}

function obey(play: CasePlayer): void {
  const [law] = brokenLaws(play.instance, play.journal);
  if (law !== undefined) throw new Error(law);
}

/** Moves the clock to the moment when the timer of a command may ring. */
function waitFor(play: CasePlayer, command: PlayedCommand): void {
  const dueAt = command.type === 'TriggerTimer' ? play.instance.timers.get(command.timerId)?.dueAt : undefined;
  if (dueAt !== undefined && dueAt > play.at) play.at = dueAt;
}

const mayBeRepeated: ReadonlySet<PlayedCommand['type']> = new Set([
  'ReceiveSignal',
  'TriggerElement',
  'Escalate',
  'EscalateInCaller',
]);

/** Gives one command, at a time when a timer may ring; a second time it must change nothing. */
function give(play: CasePlayer, command: PlayedCommand): void {
  waitFor(play, command);
  const before = JSON.stringify(serializeInstance(play.instance));
  const [answer, sameAnswer] = [play.ask(command), play.ask(command)];
  if (!isDeepStrictEqual(answer, sameAnswer)) throw new Error('the same question got two answers');
  if (JSON.stringify(serializeInstance(play.instance)) !== before) throw new Error('deciding changed the case');
  if (!answer.ok) return;

  play.play(command);
  obey(play);
  // What is said to whoever hears it may be said again.
  if (mayBeRepeated.has(command.type)) return;
  if (play.ask(command).ok) throw new Error(`'${command.type}' was accepted twice`);
}

// Any fixed rhythm may resonate with a diagram that goes round; this one has none to speak of.
const scattered = (step: number): number => ((step + 1) * 2_654_435_761) % 65_521;

const choices = fc.array(fc.record({ pick: fc.nat(), x: fc.integer({ min: 0, max: 2 }), ferdig: fc.boolean() }), {
  minLength: 1,
  maxLength: 20,
});

describe('whatever is drawn and whatever happens', () => {
  it('replay is state, tokens are conserved, nothing is orphaned, no command counts twice', () => {
    holdsFor(
      fc.property(anyBlock, choices, fc.boolean(), (block, steps, isCancelled) => {
        const play = begin(block);
        for (const { pick, x, ferdig } of steps) {
          if (play.instance.state !== 'active') break;
          const variables: JsonObject = ferdig ? { x, y: x, ferdig } : { x, y: x };
          const open = openCommands(play.instance, variables);
          const command = open[pick % open.length];
          if (command !== undefined) give(play, command);
        }
        if (isCancelled && play.instance.state === 'active') {
          give(play, { type: 'CancelProcessInstance', reason: 'trukket' });
        }
      }),
    );
  });

  it('every case can be brought to its end', () => {
    holdsFor(
      fc.property(anyBlock, (block) => {
        const play = begin(block);
        for (let step = 0; play.instance.state === 'active'; step += 1) {
          if (step > 600) throw new Error(`no end in sight; it stands on ${play.standing.join(', ')}`);
          const variables = { x: step % 3, y: 1, ferdig: true, mangler: 1 };
          const command = helpfulCommand(play.instance, variables, scattered(step));
          if (command === undefined) throw new Error(`nothing left to do on ${play.standing.join(', ')}`);
          waitFor(play, command);
          play.play(command);
        }
        obey(play);
      }),
    );
  });
});
