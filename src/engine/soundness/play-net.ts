import type { ScopeNet, Station } from './scope-net.js';

/** Where a token game went wrong: what is wrong, at which node, and the nodes that tokens passed on their way there. */
export interface Finding {
  /** `deadlock`: tokens wait that can never go on. `multi-merge`: two tokens pass one after the other where ways meet. */
  readonly kind: 'deadlock' | 'multi-merge';
  readonly element: string;
  readonly witness: readonly string[];
}

/** Ways with a token on them, smallest number first; one that is there twice has two. */
type Marking = readonly number[];

interface Position {
  readonly marking: Marking;
  /** Id of the station that was passed last. */
  readonly passed: string;
  readonly before?: Position;
}

// Choices are all tried, but tokens move in one order: where ways are well nested, positions grow with the diagram only.
const mostPositions = 4_000;
const mostTokens = 400_000;

/** Plays a scope with every choice, until something is wrong in each way that it can be, or nothing is left to try. */
export function playNet(net: ScopeNet): readonly Finding[] {
  const board = boardOf(net);
  const found = new Map<string, Finding>();
  const seen = new Set<string>();
  const waiting = beginnings(net);
  let tokens = 0;

  for (let position = waiting.pop(); position !== undefined; position = waiting.pop()) {
    const key = position.marking.join();
    if (seen.has(key)) continue;
    seen.add(key);
    tokens += position.marking.length;
    if (seen.size > mostPositions || tokens > mostTokens) break;

    const step = nextStep(position.marking, board);
    if (step.kind !== 'pass') {
      const element = step.station?.id;
      if (element !== undefined && !found.has(`${step.kind} ${element}`)) {
        found.set(`${step.kind} ${element}`, { kind: step.kind, element, witness: wayTo(position, element) });
      }
      continue;
    }
    for (const marking of passed(position.marking, step.station, step.taken)) {
      waiting.push({ marking, passed: step.station.id, before: position });
    }
  }
  return [...found.values()];
}

/** What is looked up at every step: which station each way leads to, and which stations lead to another. */
interface Board {
  readonly targets: readonly Station[];
  readonly ancestorsOf: (station: Station) => ReadonlySet<Station>;
}

function boardOf({ stations }: ScopeNet): Board {
  const targets: Station[] = [];
  const sources: Station[] = [];
  for (const station of stations) {
    for (const { number, to } of station.ways) {
      const target = stations[to];
      if (target !== undefined) targets[number] = target;
      sources[number] = station;
    }
  }
  const known = new Map<Station, ReadonlySet<Station>>();
  const ancestorsOf = (station: Station): ReadonlySet<Station> => {
    const ancestors = known.get(station) ?? stationsBefore(station, sources);
    known.set(station, ancestors);
    return ancestors;
  };
  return { targets, ancestorsOf };
}

function stationsBefore(station: Station, sources: readonly Station[]): ReadonlySet<Station> {
  const found = new Set<Station>();
  const waiting = [...station.from];
  for (let way = waiting.pop(); way !== undefined; way = waiting.pop()) {
    const source = sources[way];
    if (source === undefined || found.has(source)) continue;
    found.add(source);
    waiting.push(...source.from);
  }
  return found;
}

function beginnings({ stations, starts, startsAll }: ScopeNet): Position[] {
  const firing = starts.map((number) => stations[number]).filter((station) => station !== undefined);
  if (!startsAll)
    return firing.flatMap((station) => passed([], station, []).map((marking) => ({ marking, passed: station.id })));
  let markings: readonly Marking[] = [[]];
  for (const station of firing)
    markings = markings.flatMap((marking) => passed(marking, station, [])).slice(0, mostPositions);
  return markings.map((marking) => ({ marking, passed: firing[0]?.id ?? '' }));
}

type Step =
  | { readonly kind: 'pass'; readonly station: Station; readonly taken: readonly number[] }
  | { readonly kind: 'deadlock' | 'multi-merge'; readonly station: Station | undefined };

/** The one station that is passed next; merges last, so that tokens that may meet there are there. */
function nextStep(marking: Marking, board: Board): Step {
  const { targets } = board;
  const twice = marking.find((way, at) => marking[at - 1] === way);
  if (twice !== undefined) return { kind: 'multi-merge', station: targets[twice] };

  for (const way of marking) {
    const station = targets[way];
    if (station?.from.length === 1) return { kind: 'pass', station, taken: [way] };
    if (station?.join === 'all' && station.from.every((from) => marking.includes(from))) {
      return { kind: 'pass', station, taken: station.from };
    }
  }
  return nextMerge(marking, board) ?? { kind: 'deadlock', station: targets[marking[0] ?? -1] };
}

function nextMerge(marking: Marking, board: Board): Step | undefined {
  const { targets } = board;
  const occupied = new Set(marking.flatMap((way) => targets[way] ?? []));
  const merges = [...occupied].filter(({ join }) => join === 'each');
  const crowded = merges.find(({ from }) => marking.filter((way) => from.includes(way)).length > 1);
  if (crowded !== undefined) return { kind: 'multi-merge', station: crowded };

  const joins = [...occupied].filter(({ join }) => join === 'some');
  const merge = upstream(merges, occupied, board) ?? upstream(joins, occupied, board) ?? merges[0] ?? joins[0];
  if (merge === undefined) return undefined;
  return { kind: 'pass', station: merge, taken: marking.filter((way) => merge.from.includes(way)) };
}

/** One of some stations that no other station with tokens leads to. */
function upstream(
  candidates: readonly Station[],
  occupied: ReadonlySet<Station>,
  { ancestorsOf }: Board,
): Station | undefined {
  if (occupied.size < 2) return candidates[0];
  return candidates.find((candidate) => {
    const before = ancestorsOf(candidate);
    return [...occupied].every((other) => other === candidate || !before.has(other));
  });
}

/** The markings that may follow when a token passes a station. */
function passed(marking: Marking, station: Station, taken: readonly number[]): readonly Marking[] {
  if (station.clears) return [[]];
  const left = marking.filter((way) => !taken.includes(way));
  return waysTaken(station).map((ways) => [...left, ...ways].toSorted((one, other) => one - other));
}

function waysTaken({ split, ways }: Station): readonly (readonly number[])[] {
  const numbers = ways.map(({ number }) => number);
  if (split === 'all' || numbers.length === 0) return [numbers];
  if (split === 'one') return numbers.map((number) => [number]);

  const always = ways.filter((way) => way.always).map(({ number }) => number);
  const perhaps = ways.filter((way) => !way.always).map(({ number }) => number);
  const subsets = [...perhaps.map((number) => [number]), ...(perhaps.length > 1 ? [perhaps] : [])];
  return [...(always.length > 0 ? [always] : []), ...subsets.map((subset) => [...always, ...subset])];
}

function wayTo(position: Position, element: string): readonly string[] {
  const way = [element];
  for (let at: Position | undefined = position; at !== undefined; at = at.before) {
    if (at.passed !== way[0]) way.unshift(at.passed);
  }
  return way;
}
