import { compilePattern, type Found, type Pattern } from '../patterns/match-pattern.js';
import { parsePattern } from '../patterns/parse-pattern.js';
import { readFlags } from '../patterns/pattern-node.js';
import type { FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { builtIn, textAt, valueAt, type BuiltIn } from './signature.js';

const compiled = new Map<string, Pattern | null>();
const mostCompiled = 1_000;

function patternOf(pattern: string, flags: string, run: Run): Pattern | null {
  const key = `${flags}/${pattern}`;
  const known = compiled.get(key);
  const read = known === undefined ? readPattern(pattern, flags) : known;
  // The cache only saves time: forgetting it changes no answer.
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(key, read);
  return read ?? run.warn('Expected a pattern and flags as XPath has them, but got others');
}

function readPattern(pattern: string, flags: string): Pattern | null {
  const set = readFlags(flags);
  const node = set && parsePattern(pattern, set);
  return set && node ? compilePattern(node, set) : null;
}

const flagsAt = (values: readonly FeelValue[], at: number): string => {
  const flags = valueAt(values, at);
  return typeof flags === 'string' ? flags : '';
};

/** Everywhere that a pattern is found; `null` where it also finds nothing at all between two signs. */
function findAll(pattern: Pattern, text: readonly string[], run: Run): readonly Found[] | null {
  if (pattern.find([], 0, run) !== undefined)
    return run.warn('Expected a pattern that finds something, but it finds the empty text');
  const all: Found[] = [];
  let found = pattern.find(text, 0, run);
  while (found !== undefined) {
    all.push(found);
    found = pattern.find(text, Math.max(found.to, found.from + 1), run);
  }
  return all;
}

/** The texts before, between and after what was found. */
function between(text: readonly string[], all: readonly Found[]): readonly string[] {
  const ends = [0, ...all.map(({ to }) => to)];
  return ends.map((end, at) => text.slice(end, all[at]?.from ?? text.length).join(''));
}

const replacementParts = /^(?:[^$\\]|\\[$\\]|\$\d)*$/u;

function replace(values: readonly FeelValue[], run: Run): FeelValue {
  const flags = flagsAt(values, 3);
  const [text, replacement] = [[...textAt(values, 0)], textAt(values, 2)];
  const pattern = patternOf(textAt(values, 1), flags, run);
  const isLiteral = flags.includes('q');
  if (pattern === null) return null;
  if (!isLiteral && !replacementParts.test(replacement))
    return run.warn("Expected '$' with a digit in the replacement, but got another");
  const all = findAll(pattern, text, run);
  if (all === null) return null;
  const pieces = between(text, all);
  const replaced = all.map((found) => (isLiteral ? replacement : filled(replacement, found)));
  run.use(replaced.reduce((sum, { length }) => sum + length, 0) >> 3);
  return pieces.map((piece, at) => piece + (replaced[at] ?? '')).join('');
}

const filled = (replacement: string, found: Found): string =>
  replacement.replace(
    /\\([$\\])|\$(\d)/g,
    (_, sign?: string, index?: string) => sign ?? found.group(Number(index ?? 0)),
  );

function split(values: readonly FeelValue[], run: Run): FeelValue {
  const text = [...textAt(values, 0)];
  const pattern = patternOf(textAt(values, 1), '', run);
  const all = pattern && findAll(pattern, text, run);
  return all && between(text, all);
}

/** Functions of texts that take a pattern (DMN 1.5 §10.3.4.3): the regular expressions of XPath. */
export const patternFunctions: readonly BuiltIn[] = [
  builtIn('matches', 'input: string, pattern: string, flags?: string', (values, run) => {
    const pattern = patternOf(textAt(values, 1), flagsAt(values, 2), run);
    return pattern && pattern.find([...textAt(values, 0)], 0, run) !== undefined;
  }),
  builtIn('replace', 'input: string, pattern: string, replacement: string, flags?: string', replace),
  builtIn('split', 'string: string, delimiter: string', split),
];
