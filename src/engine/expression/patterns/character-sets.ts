import type { CharacterSet } from './pattern-node.js';

const category = /^(?:L[ulmot]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfonu]?)$/;
const blocks: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['IsBasicLatin', [0x0, 0x7f]],
  ['IsLatin-1Supplement', [0x80, 0xff]],
  ['IsLatinExtended-A', [0x100, 0x17f]],
  ['IsLatinExtended-B', [0x180, 0x24f]],
  ['IsGreek', [0x370, 0x3ff]],
  ['IsGreekandCoptic', [0x370, 0x3ff]],
  ['IsCyrillic', [0x400, 0x4ff]],
  ['IsHebrew', [0x590, 0x5ff]],
  ['IsArabic', [0x600, 0x6ff]],
  ['IsThai', [0xe00, 0xe7f]],
  ['IsHiragana', [0x3040, 0x309f]],
  ['IsKatakana', [0x30a0, 0x30ff]],
  ['IsCJKUnifiedIdeographs', [0x4e00, 0x9fff]],
]);

const matching =
  (pattern: RegExp): CharacterSet =>
  (point) =>
    pattern.test(point);

/** The set without what is in it. */
export const without =
  (set: CharacterSet): CharacterSet =>
  (point) =>
    !set(point);

const escaped: ReadonlyMap<string, CharacterSet> = new Map([
  ['s', matching(/^[ \t\n\r]$/)],
  ['d', matching(/^\p{Nd}$/u)],
  ['w', matching(/^[^\p{P}\p{Z}\p{C}]$/u)],
  ['i', matching(/^[\p{L}_:]$/u)],
  ['c', matching(/^[\p{L}\p{Nd}_:.\-\u00b7]$/u)],
]);

/** The set that an escape such as `\d` or `\S` stands for, by its letter. */
export function setOfEscape(letter: string): CharacterSet | undefined {
  const set = escaped.get(letter.toLowerCase());
  return set && (letter === letter.toLowerCase() ? set : without(set));
}

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The code point that an escape such as `\.` or `\n` stands for, by its sign. */
export const pointOfEscape = (sign: string): string | undefined =>
  controls.get(sign) ?? (/^[\\|.\-^?*+{}()[\]$]$/.test(sign) ? sign : undefined);

/** The set of a category (`Lu`) or block (`IsGreek`) of Unicode. */
export function setOfProperty(name: string): CharacterSet | undefined {
  if (category.test(name)) return matching(new RegExp(`^\\p{${name}}$`, 'u'));
  const block = blocks.get(name);
  return block && between(block[0], block[1]);
}

/** The set of all code points from one to another. */
export const between =
  (first: number, last: number): CharacterSet =>
  (point) => {
    const code = point.codePointAt(0) ?? -1;
    return code >= first && code <= last;
  };

/** A set that also has the other case of each of its letters. */
export const inAnyCase =
  (set: CharacterSet): CharacterSet =>
  (point) =>
    set(point) || set(point.toLowerCase()) || set(point.toUpperCase());
