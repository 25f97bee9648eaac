import type { FeelType } from '../../expression/values/feel-value.js';

/** Names that are in sight while a part of a model is compiled, found by the words of an expression and not one by one. */
export interface Sight {
  readonly add: (name: string) => void;
  /** The names that may occur in an expression: all words of them do. */
  readonly namesIn: (words: ReadonlySet<string>) => readonly string[];
}

interface Name {
  readonly name: string;
  readonly words: readonly string[];
}

const word = /[\p{L}\p{N}_?]+|\S/gu;

/** The words and signs that a text is made of. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(word) ?? []);

/** Names in sight, before those of a wider part. Names of one plain word need no telling. */
export function createSight(names: Iterable<string>, outer?: Sight): Sight {
  const byFirst = new Map<string, Name[]>();

  const add = (name: string): void => {
    const words = name.match(word) ?? [];
    const [first] = words;
    if (first === undefined || words.length < 2) return;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [{ name, words }]);
    else others.push({ name, words });
  };
  for (const name of names) add(name);

  const own = (words: ReadonlySet<string>): readonly string[] =>
    [...words].flatMap((first) =>
      (byFirst.get(first) ?? []).filter((one) => one.words.every((part) => words.has(part))).map(({ name }) => name),
    );
  return { add, namesIn: (words) => [...own(words), ...(outer?.namesIn(words) ?? [])] };
}

/** The types of a model that an expression may name. */
export function typesIn(types: TypesInSight, words: ReadonlySet<string>): ReadonlyMap<string, FeelType> {
  const found = new Map<string, FeelType>();
  if (!words.has('instance') && !words.has('function')) return found;
  for (const name of [...words, ...types.sight.namesIn(words)]) {
    const type = types.byName.get(name);
    if (type !== undefined) found.set(name, type);
  }
  return found;
}

/** Types by name, and the names of more than one word among them. */
export interface TypesInSight {
  readonly byName: ReadonlyMap<string, FeelType>;
  readonly sight: Sight;
}
