import type { FeelType } from '../values/feel-value.js';
import type { Expression, Form } from './ast.js';
import type { KnownNames } from './known-names.js';

// Marks an error as «the text makes no sense here»: thrown while parsing, never out of it.
const syntaxError = Symbol('FEEL syntax error');

/** Whether an error says that a text makes no sense, and is no defect. */
export const isSyntaxError = (error: unknown): boolean => error instanceof Error && error.cause === syntaxError;

/** A place in a source that moves on as it is read. */
interface Reader {
  readonly source: string;
  readonly at: () => number;
  readonly moveTo: (position: number) => void;
  /** Takes a sign if it comes next. */
  readonly take: (sign: string) => boolean;
  /** Takes a word if it comes next and ends there. */
  readonly takeWord: (word: string) => boolean;
  /** Takes a sign, or the source is wrong here. */
  readonly expect: (sign: string) => void;
  /** What a sticky pattern finds next, without taking it. */
  readonly look: (pattern: RegExp) => RegExpExecArray | null;
  readonly fail: () => never;
}

/** A reader, and what is known about the names in its source. */
export interface Cursor extends Reader {
  readonly known: KnownNames;
  readonly types: ReadonlyMap<string, FeelType>;
  /** Reads a whole expression, one level further in. */
  readonly expression: () => Expression;
  /** Reads something that may hold another of its kind, one level further in. */
  readonly deeper: <Result>(read: () => Result) => Result;
  /** An expression that began at a position and ends here. */
  readonly node: (from: number, form: Form) => Expression;
  /** Whether `[` after a value may begin a filter: not at the end of an interval such as `]1..5[`. */
  readonly mayFilter: () => boolean;
  readonly withoutFilter: (read: () => Expression) => Expression;
}

const blank = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/uy;
const wordPart = /[\p{L}\p{N}_]/uy;

function createReader(source: string): Reader {
  let position = 0;
  const moveTo = (next: number): void => {
    blank.lastIndex = next;
    blank.test(source);
    position = Math.max(next, blank.lastIndex);
  };
  const isWordEnd = (end: number): boolean => {
    wordPart.lastIndex = end;
    return !wordPart.test(source);
  };
  const take = (sign: string): boolean => {
    if (!source.startsWith(sign, position)) return false;
    moveTo(position + sign.length);
    return true;
  };
  const fail = (): never => {
    throw new Error(`Expected FEEL at character ${position + 1}, but got something else`, { cause: syntaxError });
  };
  moveTo(0);
  return {
    source,
    at: () => position,
    moveTo,
    take,
    takeWord: (word) => source.startsWith(word, position) && isWordEnd(position + word.length) && take(word),
    expect: (sign) => (take(sign) ? undefined : fail()),
    look: (pattern) => {
      pattern.lastIndex = position;
      return pattern.exec(source);
    },
    fail,
  };
}

/** What a parser needs to know beside the text. */
export interface Surroundings {
  readonly known: KnownNames;
  readonly types: ReadonlyMap<string, FeelType>;
  readonly deepest: number;
  readonly mostSteps: number;
}

/** Begins to read a source; `read` reads one expression. */
export function createCursor(source: string, around: Surroundings, read: (cursor: Cursor) => Expression): Cursor {
  const reader = createReader(source);
  let depth = 0;
  let steps = 0;
  let isFilterAllowed = true;

  const within = <Result>(isAllowed: boolean, reading: () => Result): Result => {
    const before = { isFilterAllowed, depth };
    isFilterAllowed = isAllowed;
    try {
      return reading();
    } finally {
      ({ isFilterAllowed, depth } = before);
    }
  };
  const cursor: Cursor = {
    ...reader,
    known: around.known,
    types: around.types,
    expression: () => cursor.deeper(() => read(cursor)),
    deeper: (reading) =>
      within(true, () => {
        // Reading again what may be an interval or a filter must not multiply: a text has so many tries and no more.
        if (++depth > around.deepest || ++steps > around.mostSteps) reader.fail();
        return reading();
      }),
    node: (from, form) => ({ ...form, from, to: reader.at() }),
    mayFilter: () => isFilterAllowed,
    withoutFilter: (reading) => within(false, reading),
  };
  return cursor;
}
