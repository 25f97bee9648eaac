/** Chance with a seed: numbers from 0 to 1, the same ones for the same seed. */
export type Chance = () => number;

/** Chance that can be told again (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const oneOf = <Item>(items: readonly Item[], chance: Chance): Item | undefined =>
  items[Math.floor(chance() * items.length)];

interface Span {
  readonly from: number;
  readonly to: number;
}

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));

const replaced = (text: string, span: Span | undefined, by: string): string =>
  span === undefined ? text : text.slice(0, span.from) + by + text.slice(span.to);

const sliceOf = (text: string, span: Span | undefined): string => (span ? text.slice(span.from, span.to) : '');

const tags = /<[^>]*>/g;
const elements = /<(\w+)\b[^>]*?(?:\/>|>[^<]*<\/\1>)/g;
const attributes = /\s[\w:]+="[^"]*"/g;
const values = /(?<=")[^"<>]*(?=")/g;
const words = /\b[a-z]+[A-Z]?[A-Za-z]*\b/g;

const nasty: readonly string[] = [
  '',
  '&lt;',
  '&#0;',
  '&amp;',
  '&x;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x?>',
  '\u0000',
  '\u202E',
  '\uFEFF',
  '\uD800',
  'constructor',
  '__proto__',
  'a:b',
  '-1',
  '1e999',
  'NaN',
  'true',
  '="',
  "'",
  '<',
  '>',
  '/',
  '${x}',
  '=1 +',
  '=for i in 1..9 return i',
  'R/PT0S',
  'P999999999Y',
  'xmlns:x="urn:x"',
  ' xsi:type="tTask"',
  'a'.repeat(5_000),
  '('.repeat(300),
  '<a>'.repeat(200),
];

type Mutation = (text: string, chance: Chance) => string;

const mutations: readonly Mutation[] = [
  (text, chance) => replaced(text, oneOf(spansOf(text, elements), chance), ''),
  (text, chance) => replaced(text, oneOf(spansOf(text, attributes), chance), ''),
  (text, chance) => replaced(text, oneOf(spansOf(text, tags), chance), ''),
  (text, chance) => {
    const span = oneOf(spansOf(text, elements), chance);
    return replaced(text, span, sliceOf(text, span).repeat(2));
  },
  (text, chance) => {
    const taken = sliceOf(text, oneOf(spansOf(text, elements), chance));
    return replaced(text, oneOf(spansOf(text, tags), chance), taken);
  },
  (text, chance) =>
    replaced(text, oneOf(spansOf(text, values), chance), sliceOf(text, oneOf(spansOf(text, values), chance))),
  (text, chance) =>
    replaced(text, oneOf(spansOf(text, words), chance), sliceOf(text, oneOf(spansOf(text, words), chance))),
  (text, chance) => replaced(text, oneOf(spansOf(text, values), chance), oneOf(nasty, chance) ?? ''),
  (text, chance) => {
    const at = Math.floor(chance() * text.length);
    return text.slice(0, at) + (oneOf(nasty, chance) ?? '') + text.slice(at + Math.floor(chance() * 3));
  },
  (text, chance) => text.slice(0, Math.floor(chance() * text.length)),
  (text, chance) => {
    const at = Math.floor(chance() * text.length);
    return text.slice(0, at) + String.fromCharCode(Math.floor(chance() * 256)) + text.slice(at + 1);
  },
];

/** A model with one to three mistakes in it: something lost, doubled, moved, exchanged, cut off or put in. */
export function mutated(model: string, chance: Chance): string {
  let text = model;
  for (let left = 1 + Math.floor(chance() * 3); left > 0; left--)
    text = oneOf(mutations, chance)?.(text, chance) ?? text;
  return text;
}
