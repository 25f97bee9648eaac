import type { ProcessDefinition } from '../../engine/index.js';
import type { Bench } from '../bench.js';
import { passedBy } from './differences.js';

/** How often each node and flow of a process was passed, in all scenarios together. */
export interface Coverage {
  readonly definition: ProcessDefinition;
  readonly passed: ReadonlyMap<string, number>;
}

/** Counts what the instances of some benches have passed, per process; a process that never ran is there too. */
export function coverageOf(benches: readonly Bench[]): readonly Coverage[] {
  const counted = new Map<string, { readonly definition: ProcessDefinition; readonly passed: Map<string, number> }>();
  for (const { host } of benches) {
    for (const { definition } of host.definitions.allLatest()) {
      if (!counted.has(definition.key)) counted.set(definition.key, { definition, passed: new Map() });
    }
    for (const { id, definition } of host.cases.all()) {
      const passed = counted.get(definition.key)?.passed ?? new Map<string, number>();
      const places = passedBy(host.cases.journal(id).map(({ event }) => event));
      for (const place of places) passed.set(place, (passed.get(place) ?? 0) + 1);
    }
  }
  return [...counted.values()];
}

/** What was never passed. */
export function neverPassed({ definition, passed }: Coverage): readonly string[] {
  return [...definition.nodes.keys(), ...definition.flows.keys()].filter((place) => !passed.has(place));
}

/** A share as text: `12 of 15 (80 %)`. */
export function shareText(ids: Iterable<string>, passed: ReadonlyMap<string, number>): string {
  const all = [...ids];
  const found = all.filter((id) => passed.has(id)).length;
  return `${found} of ${all.length} (${all.length === 0 ? 100 : Math.floor((found * 100) / all.length)} %)`;
}
