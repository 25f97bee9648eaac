import type { MapEditor } from './map-editor.js';

/** Hears which key has come to a map or gone from it; a value changed in its place is not told. */
export type MapWatcher = (key: unknown, step: 'came' | 'went') => void;

/**
 * Copies a map at its first change and changes that copy in place from then on, so that a long decision costs as much as
 * its facts and not as much as their square. Only for folds whose steps in between nobody keeps.
 */
export interface OwningEditor extends MapEditor {
  /** Tells of every later change of this map. */
  watch(map: ReadonlyMap<unknown, unknown>, watcher: MapWatcher): void;
  /** Begins to remember changes; gives the place to go back to. */
  mark(): number;
  /** Takes back everything since the mark; false when it cannot, since an entry that was taken out has lost its place. */
  rollBack(mark: number): boolean;
  /** The changes since the mark stand. */
  keep(mark: number): void;
}

/** An editor that owns nothing yet: maps that were there before are never changed. */
export function createOwningEditor(): OwningEditor {
  const memory = createMemory();
  const { own, ownList, watch, tell } = createOwnership();

  const remove = <Key, Value>(mine: Map<Key, Value>, key: Key): void => {
    if (mine.delete(key)) tell(mine, key, 'went');
  };
  const set = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> => {
    const mine = own(map);
    const before = mine.get(key);
    memory.remember(() => (before === undefined ? remove(mine, key) : mine.set(key, before)));
    mine.set(key, value);
    if (before === undefined) tell(mine, key, 'came');
    return mine;
  };
  return {
    withEntry: set,
    withoutEntry(map, key) {
      if (!map.has(key)) return map;
      const mine = own(map);
      memory.losePlace();
      remove(mine, key);
      return mine;
    },
    withChanged(map, key, change) {
      const value = map.get(key);
      return value === undefined ? map : set(map, key, change(value));
    },
    ...listEditing(memory, ownList),
    watch,
    mark: memory.mark,
    rollBack: memory.rollBack,
    keep: memory.keep,
  };
}

function listEditing(memory: Memory, ownList: Ownership['ownList']): Pick<OwningEditor, 'withItem' | 'withoutFirst'> {
  return {
    withItem(list, index, item) {
      const mine = ownList(list);
      const [before] = mine.splice(index, 1, item);
      memory.remember(() => before !== undefined && mine.splice(index, 1, before));
      return mine;
    },
    withoutFirst(list) {
      const mine = ownList(list);
      const first = mine.shift();
      memory.remember(() => first !== undefined && mine.unshift(first));
      return mine;
    },
  };
}

interface Ownership {
  own<Key, Value>(map: ReadonlyMap<Key, Value>): Map<Key, Value>;
  ownList<Item>(list: readonly Item[]): Item[];
  watch(map: unknown, watcher: MapWatcher): void;
  tell(map: unknown, key: unknown, step: 'came' | 'went'): void;
}

function createOwnership(): Ownership {
  const owned = new Set<unknown>();
  // A copy and what it was copied from have the same watchers: rolling back may give the older one back.
  const watchers = new Map<unknown, MapWatcher[]>();
  const watchersOf = (map: unknown): MapWatcher[] => {
    const known = watchers.get(map) ?? [];
    watchers.set(map, known);
    return known;
  };
  return {
    own(map) {
      if (map instanceof Map && owned.has(map)) return map;
      const copy = new Map(map);
      owned.add(copy);
      watchers.set(copy, watchersOf(map));
      return copy;
    },
    ownList(list) {
      if (Array.isArray(list) && owned.has(list)) return list;
      const copy = [...list];
      owned.add(copy);
      return copy;
    },
    watch: (map, watcher) => void watchersOf(map).push(watcher),
    tell(map, key, step) {
      for (const watcher of watchersOf(map)) watcher(key, step);
    },
  };
}

interface Memory extends Pick<OwningEditor, 'mark' | 'rollBack' | 'keep'> {
  remember(undo: () => void): void;
  /** Says that an entry is taken out: its place among the others cannot be had back. */
  losePlace(): void;
}

function createMemory(): Memory {
  const changes: (() => void)[] = [];
  let marks = 0;
  let lostAt = -1;
  const keep = (): void => {
    marks -= 1;
    if (marks > 0) return;
    changes.length = 0;
    lostAt = -1;
  };
  return {
    remember(undo) {
      if (marks > 0) changes.push(undo);
    },
    losePlace() {
      if (marks > 0) lostAt = changes.push(() => undefined);
    },
    mark() {
      marks += 1;
      return changes.length;
    },
    rollBack(mark) {
      const isWhole = lostAt <= mark;
      if (isWhole) for (const undo of changes.splice(mark).toReversed()) undo();
      keep();
      return isWhole;
    },
    keep,
  };
}
