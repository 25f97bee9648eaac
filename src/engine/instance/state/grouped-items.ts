import type { OwningEditor } from './owning-editor.js';

/** Items of a map by what they belong to, in the order of the map. */
export interface GroupedItems<Value> {
  of(group: string): readonly Value[];
}

/** Below this size a look at every item is the quickest way. */
const fewItems = 16;
/** A decision that asks less often than this would pay more for an index than it saves. */
const fewQuestions = 8;

/**
 * Groups the items of a map that an editor changes. Which group an item belongs to must not change while it is there. The
 * index is made when it begins to pay, and follows the changes from then on.
 */
export function groupItems<Value>(
  editor: OwningEditor,
  items: () => ReadonlyMap<unknown, Value>,
  groupOf: (value: Value) => string | undefined,
): GroupedItems<Value> {
  let questions = 0;
  let index: ReadonlyIndex | undefined;
  return {
    of(group) {
      questions += 1;
      if (index === undefined && (questions <= fewQuestions || items().size <= fewItems)) {
        const found: Value[] = [];
        for (const value of items().values()) if (groupOf(value) === group) found.push(value);
        return found;
      }
      index ??= createIndex(editor, items, groupOf);
      return [...index.keysOf(group)].flatMap((key) => items().get(key) ?? []);
    },
  };
}

interface ReadonlyIndex {
  keysOf(group: string): ReadonlySet<unknown>;
}

const nothing: ReadonlySet<unknown> = new Set();

function createIndex<Value>(
  editor: OwningEditor,
  items: () => ReadonlyMap<unknown, Value>,
  groupOf: (value: Value) => string | undefined,
): ReadonlyIndex {
  const keysByGroup = new Map<string, Set<unknown>>();
  const groupByKey = new Map<unknown, string>();
  const came: unknown[] = [];

  const add = (key: unknown): void => {
    const value = items().get(key);
    const group = value === undefined ? undefined : groupOf(value);
    if (group === undefined) return;
    const keys = keysByGroup.get(group) ?? new Set();
    keysByGroup.set(group, keys.add(key));
    groupByKey.set(key, group);
  };
  const remove = (key: unknown): void => {
    const group = groupByKey.get(key);
    if (group !== undefined) keysByGroup.get(group)?.delete(key);
  };
  for (const key of items().keys()) add(key);
  editor.watch(items(), (key, step) => {
    if (step === 'went') remove(key);
    else came.push(key);
  });
  return {
    keysOf(group) {
      // What came is looked at late: while it comes the map is not yet the instance's.
      came.splice(0).forEach(add);
      return keysByGroup.get(group) ?? nothing;
    },
  };
}
