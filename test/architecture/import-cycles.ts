import { atMost, type Gate } from './gate.js';
import type { SourceFile } from './source-tree.js';

/** The largest group of files that import each other in a ring, types counted too; 0 when there is none. */
export function measureImportCycles(files: readonly SourceFile[]): readonly Gate[] {
  const groups = ringsOf(files).toSorted((one, other) => other.length - one.length);
  const worst = groups.map((group) => group.join(' ↔ '));
  return [atMost('files in the largest import cycle (types too)', { value: groups[0]?.length ?? 0, worst }, 0)];
}

interface Visit {
  readonly index: number;
  lowest: number;
  onStack: boolean;
}

// Tarjan's strongly connected components; a file that imports itself counts as well.
function ringsOf(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports.map(({ file }) => file ?? '')]));
  const visits = new Map<string, Visit>();
  const stack: string[] = [];
  const rings: string[][] = [];

  const visit = (path: string): Visit => {
    const here: Visit = { index: visits.size, lowest: visits.size, onStack: true };
    visits.set(path, here);
    stack.push(path);
    for (const target of importsOf.get(path) ?? []) {
      if (!importsOf.has(target)) continue;
      const there = visits.get(target);
      if (there === undefined) here.lowest = Math.min(here.lowest, visit(target).lowest);
      else if (there.onStack) here.lowest = Math.min(here.lowest, there.index);
    }
    if (here.lowest === here.index) closeRing(path);
    return here;
  };
  const closeRing = (path: string): void => {
    const ring = stack.splice(stack.indexOf(path));
    for (const member of ring) {
      const visited = visits.get(member);
      if (visited) visited.onStack = false;
    }
    if (ring.length > 1 || importsOf.get(path)?.includes(path)) rings.push(ring);
  };

  for (const path of importsOf.keys()) if (!visits.has(path)) visit(path);
  return rings;
}
