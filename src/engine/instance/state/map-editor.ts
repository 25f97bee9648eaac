/** By which the maps and long lists of a snapshot come to change; who folds facts says whether the old ones are still seen by somebody. */
export interface MapEditor {
  /** The map with one entry set; a new key comes last. */
  withEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value>;
  /** The map without one entry. */
  withoutEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value>;
  /** The map with one entry changed in its place; an entry that is not there stays away. */
  withChanged<Key, Value>(
    map: ReadonlyMap<Key, Value>,
    key: Key,
    change: (value: Value) => Value,
  ): ReadonlyMap<Key, Value>;
  /** The list with one item replaced. */
  withItem<Item>(list: readonly Item[], index: number, item: Item): readonly Item[];
  /** The list without its first item. */
  withoutFirst<Item>(list: readonly Item[]): readonly Item[];
}

/** Copies each map at each change: what anybody holds stays as it is. */
export const copyingEditor: MapEditor = {
  withEntry: (map, key, value) => new Map(map).set(key, value),
  withoutEntry(map, key) {
    const copy = new Map(map);
    copy.delete(key);
    return copy;
  },
  withChanged(map, key, change) {
    const value = map.get(key);
    return value === undefined ? map : new Map(map).set(key, change(value));
  },
  withItem: (list, index, item) => list.with(index, item),
  withoutFirst: (list) => list.slice(1),
};
