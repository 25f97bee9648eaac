import { between, inAnyCase, pointOfEscape, setOfEscape, setOfProperty, without } from './character-sets.js';
import type { CharacterSet, PatternFlags, PatternNode } from './pattern-node.js';

const longestPattern = 2_000;
const deepest = 50;
const mostRepeats = 10_000;
const malformed = Symbol('malformed pattern');

interface Reading {
  readonly points: readonly string[];
  readonly flags: PatternFlags;
  readonly peek: (ahead?: number) => string | undefined;
  readonly next: () => string;
  readonly take: (sign: string) => boolean;
  readonly fail: () => never;
  readonly openGroup: () => number;
  readonly closeGroup: (index: number) => void;
  readonly isClosed: (index: number) => boolean;
  readonly deeper: <Result>(read: () => Result) => Result;
}

/** Reads a pattern; `undefined` when it is none. */
export function parsePattern(pattern: string, flags: PatternFlags): PatternNode | undefined {
  if (pattern.length > longestPattern) return undefined;
  const points = [...(flags.ignoresBlanks && !flags.isLiteral ? withoutBlanks(pattern) : pattern)];
  if (flags.isLiteral) return sequenceOf(points.map((point) => setNode(literal(point), flags)));
  const reading = beginReading(points, flags);
  try {
    const node = readChoice(reading);
    return reading.peek() === undefined ? node : undefined;
  } catch (error) {
    if (error instanceof Error && error.cause === malformed) return undefined;
    throw error;
  }
}

// The flag `x` takes out blanks before anything is read, but not inside the brackets of a class.
function withoutBlanks(pattern: string): string {
  let depth = 0;
  let isEscaped = false;
  let kept = '';
  for (const point of pattern) {
    if (depth === 0 && /^[ \t\n\r]$/.test(point)) continue;
    if (!isEscaped && point === '[') depth++;
    if (!isEscaped && point === ']') depth--;
    isEscaped = !isEscaped && point === '\\';
    kept += point;
  }
  return kept;
}

function beginReading(points: readonly string[], flags: PatternFlags): Reading {
  const closed = new Set<number>();
  let position = 0;
  let groups = 0;
  let depth = 0;
  const fail = (): never => {
    throw new Error('Expected a pattern, but it is malformed', { cause: malformed });
  };
  return {
    points,
    flags,
    peek: (ahead = 0) => points[position + ahead],
    next: () => points[position++] ?? fail(),
    take: (sign) => points[position] === sign && Boolean(++position),
    fail,
    openGroup: () => ++groups,
    closeGroup: (index) => void closed.add(index),
    isClosed: (index) => closed.has(index),
    deeper: (read) => {
      if (++depth > deepest) fail();
      const result = read();
      depth--;
      return result;
    },
  };
}

const literal =
  (wanted: string): CharacterSet =>
  (point) =>
    point === wanted;

const setNode = (set: CharacterSet, { ignoresCase }: PatternFlags): PatternNode => ({
  node: 'set',
  has: ignoresCase ? inAnyCase(set) : set,
});

const sequenceOf = (parts: readonly PatternNode[]): PatternNode => ({ node: 'sequence', parts });

function readChoice(reading: Reading): PatternNode {
  const parts = [readSequence(reading)];
  while (reading.take('|')) parts.push(readSequence(reading));
  return parts.length === 1 ? (parts[0] ?? sequenceOf([])) : { node: 'choice', parts };
}

function readSequence(reading: Reading): PatternNode {
  const parts: PatternNode[] = [];
  for (;;) {
    const sign = reading.peek();
    if (sign === undefined || sign === '|' || sign === ')') return sequenceOf(parts);
    parts.push(readRepeated(reading));
  }
}

function readRepeated(reading: Reading): PatternNode {
  const part = readAtom(reading);
  const bounds = readBounds(reading);
  if (bounds === undefined) return part;
  const isLazy = reading.take('?');
  if (/^[*+?{]$/.test(reading.peek() ?? '')) reading.fail();
  return { node: 'repeat', part, ...bounds, isLazy };
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

function readBounds(reading: Reading): Bounds | undefined {
  if (reading.take('?')) return { min: 0, max: 1 };
  if (reading.take('*')) return { min: 0, max: Infinity };
  if (reading.take('+')) return { min: 1, max: Infinity };
  if (!reading.take('{')) return undefined;
  let written = '';
  while (reading.peek() !== '}') written += reading.next();
  reading.next();
  const read = /^(\d+)(?:(,)(\d*))?$/.exec(written) ?? reading.fail();
  const min = Number(read[1]);
  const max = read[2] === undefined ? min : read[3] === '' ? Infinity : Number(read[3]);
  return min > mostRepeats || max < min ? reading.fail() : { min, max };
}

function readAtom(reading: Reading): PatternNode {
  const sign = reading.next();
  switch (sign) {
    case '(':
      return reading.deeper(() => readGroup(reading));
    case '[':
      return { node: 'set', has: readClass(reading) };
    case '.':
      return { node: 'set', has: reading.flags.dotIsAll ? () => true : (point) => point !== '\n' && point !== '\r' };
    case '^':
      return { node: 'start' };
    case '$':
      return { node: 'end' };
    case '\\':
      return readEscape(reading);
    default:
      return /^[*+?{})\]]$/.test(sign) ? reading.fail() : setNode(literal(sign), reading.flags);
  }
}

function readGroup(reading: Reading): PatternNode {
  const isSilent = reading.peek() === '?';
  if (isSilent && (reading.next() !== '?' || reading.next() !== ':')) reading.fail();
  const index = isSilent ? 0 : reading.openGroup();
  const part = readChoice(reading);
  if (!reading.take(')')) reading.fail();
  reading.closeGroup(index);
  return isSilent ? part : { node: 'group', part, index };
}

function readEscape(reading: Reading): PatternNode {
  if (/^[1-9]$/.test(reading.peek() ?? '')) {
    let index = Number(reading.next());
    while (/^\d$/.test(reading.peek() ?? '') && reading.isClosed(index * 10 + Number(reading.peek()))) {
      index = index * 10 + Number(reading.next());
    }
    return reading.isClosed(index) ? { node: 'reference', index } : reading.fail();
  }
  const escape = readEscaped(reading);
  return setNode(typeof escape === 'string' ? literal(escape) : escape, reading.flags);
}

// What follows a backslash: one code point, or a set of them.
function readEscaped(reading: Reading): string | CharacterSet {
  const sign = reading.next();
  if (sign === 'p' || sign === 'P') {
    if (!reading.take('{')) reading.fail();
    let name = '';
    while (reading.peek() !== '}') name += reading.next();
    reading.next();
    const set = setOfProperty(name) ?? reading.fail();
    return sign === 'p' ? set : without(set);
  }
  return pointOfEscape(sign) ?? setOfEscape(sign) ?? reading.fail();
}

function readClass(reading: Reading): CharacterSet {
  return reading.deeper(() => {
    const isWithout = reading.take('^');
    const sets: CharacterSet[] = [];
    let left: CharacterSet | undefined;
    while (reading.peek() !== ']') {
      if (reading.peek() === '-' && reading.peek(1) === '[' && sets.length > 0) {
        reading.next();
        reading.next();
        left = readClass(reading);
        if (reading.peek() !== ']') reading.fail();
      } else sets.push(reading.flags.ignoresCase ? inAnyCase(readMember(reading)) : readMember(reading));
    }
    reading.next();
    if (sets.length === 0) reading.fail();
    const has: CharacterSet = (point) => sets.some((set) => set(point)) !== isWithout;
    return left === undefined ? has : (point) => has(point) && left?.(point) === false;
  });
}

function readMember(reading: Reading): CharacterSet {
  const first = readPoint(reading);
  if (typeof first !== 'string') return first;
  const isRange = reading.peek() === '-' && reading.peek(1) !== ']' && reading.peek(1) !== '[';
  if (!isRange) return literal(first);
  reading.next();
  const last = readPoint(reading);
  if (typeof last !== 'string') return reading.fail();
  const [from, to] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
  return from > to ? reading.fail() : between(from, to);
}

function readPoint(reading: Reading): string | CharacterSet {
  const sign = reading.next();
  if (sign === '[') return reading.fail();
  return sign === '\\' ? readEscaped(reading) : sign;
}
