import type { Run } from '../values/run.js';
import type { CharacterSet, PatternFlags, PatternNode } from './pattern-node.js';

/** A text being searched; `groups` holds where each group began and ended, by turns. */
interface Search {
  readonly text: readonly string[];
  readonly groups: (number | undefined)[];
  readonly run: Run;
}

type Next = (at: number) => boolean;
type Matcher = (search: Search, at: number, next: Next) => boolean;

/** Where a pattern was found, and what its groups hold. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly group: (index: number) => string;
}

/** A pattern that can be looked for. Every try is a step of the evaluation: a slow pattern ends it, and nothing hangs. */
export interface Pattern {
  readonly find: (text: readonly string[], from: number, run: Run) => Found | undefined;
}

/** Compiles a pattern to one that backtracks in the order that XPath says: greedy unless it is reluctant. */
export function compilePattern(node: PatternNode, flags: PatternFlags): Pattern {
  const matcher = compileNode(node, flags);
  return {
    find: (text, start, run) => {
      for (let from = start; from <= text.length; from++) {
        run.use(1);
        const groups: (number | undefined)[] = [];
        const isFound = matcher({ text, groups, run }, from, (end) => {
          [groups[0], groups[1]] = [from, end];
          return true;
        });
        if (isFound) return { from, to: groups[1] ?? from, group: (index) => textOf(text, groups, index) };
      }
      return undefined;
    },
  };
}

const textOf = (text: readonly string[], groups: readonly (number | undefined)[], index: number): string =>
  text.slice(groups[index * 2] ?? 0, groups[index * 2 + 1] ?? 0).join('');

function compileNode(node: PatternNode, flags: PatternFlags): Matcher {
  switch (node.node) {
    case 'set':
      return (search, at, next) => {
        const point = search.text[at];
        return point !== undefined && node.has(point) && next(at + 1);
      };
    case 'sequence':
      return node.parts.map((part) => compileNode(part, flags)).reduceRight(followed, (_, at, next) => next(at));
    case 'choice':
      return chosen(node.parts.map((part) => compileNode(part, flags)));
    case 'repeat':
      return node.part.node === 'set'
        ? repeatedSet(node, node.part.has)
        : repeated(node, compileNode(node.part, flags));
    case 'group':
      return grouped(compileNode(node.part, flags), node.index);
    case 'reference':
      return referring(node.index, flags);
    case 'start':
      return ({ text }, at, next) => (at === 0 || (flags.isMultiline && text[at - 1] === '\n')) && next(at);
    case 'end':
      return ({ text }, at, next) => (at === text.length || (flags.isMultiline && text[at] === '\n')) && next(at);
  }
}

const followed =
  (rest: Matcher, first: Matcher): Matcher =>
  (search, at, next) =>
    first(search, at, (end) => rest(search, end, next));

function chosen(choices: readonly Matcher[]): Matcher {
  return (search, at, next) => {
    search.run.use(1);
    return choices.some((choice) => choice(search, at, next));
  };
}

type Repeat = Extract<PatternNode, { readonly node: 'repeat' }>;

// One code point after another needs no memory of how it got there.
function repeatedSet({ min, max, isLazy }: Repeat, has: CharacterSet): Matcher {
  const isAt = ({ text }: Search, at: number): boolean => {
    const point = text[at];
    return point !== undefined && has(point);
  };
  return (search, at, next) => {
    let end = at;
    const least = isLazy ? min : max;
    while (end - at < least && isAt(search, end)) end++;
    search.run.use(end - at + 1);
    if (end - at < min) return false;
    if (!isLazy) {
      for (; end - at >= min; end--) {
        search.run.use(1);
        if (next(end)) return true;
      }
      return false;
    }
    while (!next(end)) {
      search.run.use(1);
      if (end - at >= max || !isAt(search, end)) return false;
      end++;
    }
    return true;
  };
}

function repeated({ min, max, isLazy }: Repeat, part: Matcher): Matcher {
  const again = (
    search: Search,
    { at, count }: { readonly at: number; readonly count: number },
    next: Next,
  ): boolean => {
    search.run.use(1);
    const more = (): boolean =>
      count < max &&
      part(search, at, (end) => (end > at || count < min) && again(search, { at: end, count: count + 1 }, next));
    if (count < min) return more();
    return isLazy ? next(at) || more() : more() || next(at);
  };
  return (search, at, next) => again(search, { at, count: 0 }, next);
}

function grouped(part: Matcher, index: number): Matcher {
  return (search, at, next) => {
    const { groups } = search;
    const before = [groups[index * 2], groups[index * 2 + 1]];
    const isFound = part(search, at, (end) => {
      const inner = [groups[index * 2], groups[index * 2 + 1]];
      [groups[index * 2], groups[index * 2 + 1]] = [at, end];
      if (next(end)) return true;
      [groups[index * 2], groups[index * 2 + 1]] = inner;
      return false;
    });
    if (!isFound) [groups[index * 2], groups[index * 2 + 1]] = before;
    return isFound;
  };
}

function referring(index: number, { ignoresCase }: PatternFlags): Matcher {
  const fold = (point: string | undefined): string => (ignoresCase ? (point ?? '').toLowerCase() : (point ?? ''));
  return ({ text, groups, run }, at, next) => {
    const [from = 0, to = 0] = [groups[index * 2], groups[index * 2 + 1]];
    run.use(to - from + 1);
    for (let offset = 0; offset < to - from; offset++) {
      if (text[at + offset] === undefined || fold(text[at + offset]) !== fold(text[from + offset])) return false;
    }
    return next(at + to - from);
  };
}
