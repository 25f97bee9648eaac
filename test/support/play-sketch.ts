import type { JsonObject } from '../../src/shared/json.js';
import { CasePlayer } from './case-player.js';
import {
  buildProcess,
  endEvent,
  flow,
  inOrder,
  startEvent,
  userTask,
  type FlowSketch,
  type NodeSketch,
  type ScopeSketch,
} from './process-builder.js';

/**
 * A scope drawn in lines: `a > b > c` are flows, `a > b : x = 1` is one with a condition. A node that is only mentioned in
 * a line is a start event when it is called `start…`, an end event when it is called `slutt…`, else a user task.
 */
export function sketch(nodes: readonly NodeSketch[], ...lines: readonly string[]): ScopeSketch {
  const drawn = lines.map(readLine);
  const known = new Set(nodes.map(({ id }) => id));
  const mentioned = new Set(drawn.flatMap(({ ids }) => ids));
  return {
    nodes: [...[...mentioned].filter((id) => !known.has(id)).map(usual), ...nodes],
    flows: drawn.flatMap(({ flows }) => flows),
  };
}

/** A case of the process that is drawn so, begun with these variables. */
export function playSketch(inside: ScopeSketch, variables: JsonObject = {}, startAt?: string): CasePlayer {
  const player = new CasePlayer(buildProcess('prosess', inside));
  player.start(variables, startAt);
  return player;
}

interface Line {
  readonly ids: readonly string[];
  readonly flows: readonly FlowSketch[];
}

function readLine(line: string): Line {
  const [chain = '', condition] = line.split(' : ');
  const ids = chain.split(' > ').map((id) => id.trim());
  const [source = '', target = ''] = ids;
  return { ids, flows: condition === undefined ? inOrder(...ids) : [flow(source, target, condition)] };
}

function usual(id: string): NodeSketch {
  if (id.startsWith('start')) return startEvent(id);
  return id.startsWith('slutt') ? endEvent(id) : userTask(id);
}
