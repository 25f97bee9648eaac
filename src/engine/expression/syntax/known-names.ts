const part = /[\p{L}\p{N}_?]+|\S/gu;

/** Names that one cannot tell from code by looking at them (`date and time`, `a-b`), to be known as names. */
export interface KnownNames {
  readonly add: (name: string) => void;
  /** Where the longest known name ends that begins at `from`, and which it is. */
  readonly match: (source: string, from: number) => { readonly name: string; readonly end: number } | undefined;
}

interface KnownName {
  readonly name: string;
  readonly parts: readonly string[];
}

const nameCharacter =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';

/** One word of a name (DMN 1.5 §10.3.1.2, rules 27 to 30), as a sticky pattern. */
export const word = new RegExp(`[${nameCharacter}][${nameCharacter}0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040?]*`, 'uy');

/** A further word of a name: it may begin with a digit. */
export const nextWord = new RegExp(
  `[${nameCharacter}0-9][${nameCharacter}0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040?]*`,
  'uy',
);

const wordPart = new RegExp(`[${nameCharacter}0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040?]`, 'uy');

/** A name as all its spellings are the same: one space between words, none around other signs. */
export function plainNameOf(name: string): string {
  const spaced = name.trim().replace(/\s+/g, ' ');
  return spaced.includes(' ')
    ? spaced.replace(/ ?([^\p{L}\p{N}_?\s]) ?/gu, (all, sign: string) => (isWordSign(sign) ? all : sign))
    : spaced;
}

const isWordSign = (sign: string): boolean => {
  wordPart.lastIndex = 0;
  return wordPart.test(sign);
};

/** Collects the names among `names` that are more than one plain word. */
export function createKnownNames(names: Iterable<string>): KnownNames {
  const byFirst = new Map<string, KnownName[]>();

  const add = (name: string): void => {
    const parts = name.match(part) ?? [];
    const first = parts[0];
    if (first === undefined || parts.length < 2) return;
    const others = byFirst.get(first) ?? [];
    if (others.some((other) => other.name === plainNameOf(name))) return;
    const longestFirst = [...others, { name: plainNameOf(name), parts }].sort(
      (a, b) => b.parts.length - a.parts.length,
    );
    byFirst.set(first, longestFirst);
  };
  for (const name of names) add(name);

  return {
    add,
    match: (source, from) => {
      if (byFirst.size === 0) return undefined;
      part.lastIndex = from;
      const first = part.exec(source);
      if (first === null || first.index !== from) return undefined;
      for (const { name, parts } of byFirst.get(first[0]) ?? []) {
        const end = endOf(parts, source, from);
        if (end !== undefined) return { name, end };
      }
      return undefined;
    },
  };
}

function endOf(parts: readonly string[], source: string, from: number): number | undefined {
  let at = from;
  for (const one of parts) {
    while (/\s/.test(source[at] ?? '')) at++;
    if (!source.startsWith(one, at)) return undefined;
    at += one.length;
  }
  if (!isWordSign(parts.at(-1)?.at(-1) ?? '')) return at;
  wordPart.lastIndex = at;
  return wordPart.test(source) ? undefined : at;
}
