import type { ProcessDefinition } from '../../src/engine/index.js';
import { CasePlayer } from './case-player.js';
import { buildProcess, endEvent, inOrder, startEvent, type NodeSketch, type ScopeSketch } from './process-builder.js';

/** A version of the process that is migrated. */
export const version = (number: number, sketch: ScopeSketch): ProcessDefinition => ({
  ...buildProcess('prosess', sketch),
  version: number,
});

/** One node after the other, between a start and an end; what sits on an edge is beside the way. */
export const straight = (...nodes: readonly NodeSketch[]): ScopeSketch => ({
  nodes: [startEvent('start'), ...nodes, endEvent('slutt')],
  flows: inOrder('start', ...nodes.filter((node) => node.attachedTo === undefined).map(({ id }) => id), 'slutt'),
});

/** A started case of version 1 that is to go on with version 2. */
export function playing(old: ScopeSketch, now: ScopeSketch): CasePlayer {
  const play = new CasePlayer(version(1, old));
  play.start();
  play.target = version(2, now);
  return play;
}

/** Why a migration would be refused: each element with its reason. */
export function problemsOf(play: CasePlayer, mapping: Readonly<Record<string, string>> = {}): readonly string[] {
  const decision = play.ask({ type: 'MigrateProcessInstance', mapping });
  if (decision.ok || decision.rejection.reason !== 'migration-impossible') throw new Error('Expected a refusal');
  return decision.rejection.problems.map(({ element, reason }) => `${element} ${reason}`);
}
