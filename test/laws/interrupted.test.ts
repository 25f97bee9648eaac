import fc from 'fast-check';
import type { ProcessEvent } from '../../src/engine/index.js';
import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import { CasePlayer } from '../support/case-player.js';
import { openCommands } from './open-commands.js';
import { anyBlock, type Block } from './random-block.js';
import { processOf } from './random-process.js';

const numRuns = 200;

interface Turn {
  readonly pick: number;
  readonly x: number;
}

/** Plays a case; where its budget is spent, the incident is resolved at once, as often as it takes. */
function play(block: Block, turns: readonly Turn[], mostSteps?: number): CasePlayer {
  const player = new CasePlayer(processOf(block), []);
  player.mostSteps = mostSteps;
  player.start({ x: 0 });
  goOn(player);
  for (const { pick, x } of turns) {
    if (player.instance.state !== 'active') break;
    const open = openCommands(player.instance, { x, y: x, ferdig: x > 0 });
    const command = open[pick % open.length];
    const dueAt = command?.type === 'TriggerTimer' ? player.instance.timers.get(command.timerId)?.dueAt : undefined;
    if (dueAt !== undefined && dueAt > player.at) player.at = dueAt;
    if (command !== undefined && player.ask(command).ok) player.play(command);
    goOn(player);
  }
  return player;
}

function goOn(player: CasePlayer): void {
  for (;;) {
    const stopped = [...player.instance.incidents.values()].find(({ code }) => code === 'LOOP_LIMIT');
    if (stopped === undefined) return;
    const [law] = brokenLaws(player.instance, player.journal);
    if (law !== undefined) throw new Error(law);
    player.play({ type: 'ResolveIncident', incidentId: stopped.id });
  }
}

/** What happened, without the stops, and with ids by the order in which they are first named: stops use up ids of their own. */
function told(journal: readonly ProcessEvent[]): readonly string[] {
  const stops = new Set(
    journal.flatMap((event) =>
      event.type === 'IncidentRaised' && event.incident.code === 'LOOP_LIMIT' ? [event.incident.id] : [],
    ),
  );
  const isStop = (event: ProcessEvent): boolean =>
    (event.type === 'IncidentRaised' && stops.has(event.incident.id)) ||
    (event.type === 'IncidentResolved' && stops.has(event.incidentId));
  const names = new Map<string, string>();
  const named = (id: string): string => names.get(id) ?? names.set(id, `#${names.size}`).get(id) ?? id;
  return journal.filter((event) => !isStop(event)).map((event) => JSON.stringify(event).replaceAll(/sak-\d+/g, named));
}

const turns = fc.array(fc.record({ pick: fc.nat(), x: fc.integer({ min: 0, max: 2 }) }), { maxLength: 12 });

describe('a case that is stopped in the middle of a decision', () => {
  it('goes on exactly where it stopped: stopped after every 1 to 6 steps, its journal is that of one never stopped', () => {
    let stopped = 0;
    const law = fc.property(anyBlock, turns, fc.integer({ min: 1, max: 6 }), (block, given, mostSteps) => {
      const whole = play(block, given);
      const inPieces = play(block, given, mostSteps);

      expect(told(inPieces.journal)).toEqual(told(whole.journal));
      if (inPieces.journal.some((event) => event.type === 'IncidentRaised' && event.incident.code === 'LOOP_LIMIT')) {
        stopped += 1;
      }
    });

    fc.assert(law, { numRuns });
    expect(stopped).toBeGreaterThan(numRuns / 2);
  });
});
