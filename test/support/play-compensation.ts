import type { EventResult } from '../../src/engine/index.js';
import type { JsonObject } from '../../src/shared/json.js';
import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import { CasePlayer } from './case-player.js';
import { boundaryEvent, buildProcess, userTask, type NodeSketch, type ScopeSketch } from './process-builder.js';

/** Throws compensation of everything in sight, or of one activity, and waits for it. */
export const compensate = (activity?: string, waits = true): EventResult => ({
  kind: 'compensation',
  waits,
  ...(activity === undefined ? {} : { activity }),
});

/** An activity with the event on its edge, and the activity `angre-<id>` that undoes it. */
export const undoable = (
  activity: NodeSketch,
  handler: NodeSketch = userTask(`angre-${activity.id}`, { isForCompensation: true }),
): readonly NodeSketch[] => [
  activity,
  boundaryEvent(`kant-${activity.id}`, activity.id, {
    trigger: { kind: 'compensation' },
    compensationHandler: handler.id,
  }),
  handler,
];

/** A case that looks at the laws after every command. */
export class LawfulPlayer extends CasePlayer {
  override play(command: Parameters<CasePlayer['play']>[0]): ReturnType<CasePlayer['play']> {
    const events = super.play(command);
    expect(brokenLaws(this.instance, this.journal)).toEqual([]);
    return events;
  }

  /** The open tasks, in alphabetical order. */
  get open(): readonly string[] {
    return [...this.instance.userTasks.values()].map(({ node }) => node).toSorted();
  }

  /** Completes tasks one after the other; each must be open when its turn comes. */
  completeAll(...nodes: readonly string[]): void {
    for (const node of nodes) this.complete(node);
  }
}

/** A started case of what is drawn so. */
export function playUndoing(sketch: ScopeSketch, variables: JsonObject = {}): LawfulPlayer {
  const play = new LawfulPlayer(buildProcess('prosess', sketch));
  play.start(variables);
  return play;
}
