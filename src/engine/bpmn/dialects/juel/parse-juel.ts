import type { JuelNode, JuelOperator } from './juel-node.js';
import { tokenAt, type JuelToken } from './juel-token.js';

/** An expression and where the text goes on behind it. */
export interface JuelParse {
  readonly node: JuelNode;
  readonly end: number;
}

/** Walks over the tokens of a text: the next one, and one step on. */
interface Reader {
  readonly next: () => JuelToken;
  readonly take: () => JuelToken;
  /** Takes a sign if it is the next; whether it was. */
  readonly takes: (sign: string) => boolean;
}

const noToken: JuelToken = { kind: 'sign', text: 'no token', end: 0 };
const deepest = 50;

/** Reads the expression that begins at a place in a text and ends before what does not belong to it; undefined for what is none. */
export function parseJuel(text: string, from: number): JuelParse | undefined {
  let at = from;
  const next = (): JuelToken => tokenAt(text, at) ?? noToken;
  const take = (): JuelToken => {
    const token = next();
    at = token.end === 0 ? text.length : token.end;
    return token;
  };
  const takes = (sign: string): boolean => {
    const isNext = next().kind === 'sign' && next().text === sign;
    if (isNext) take();
    return isNext;
  };
  const node = choice({ next, take, takes }, 0);
  return node === undefined ? undefined : { node, end: at };
}

function choice(reader: Reader, depth: number): JuelNode | undefined {
  if (depth > deepest) return undefined;
  const when = binary(reader, 0, depth);
  if (when === undefined || !reader.takes('?')) return when;

  const then = choice(reader, depth + 1);
  if (then === undefined || !reader.takes(':')) return undefined;
  const otherwise = choice(reader, depth + 1);
  return otherwise && { kind: 'choice', when, then, otherwise };
}

// From the weakest to the strongest; words and signs that mean the same stand beside each other.
const levels: readonly ReadonlyMap<string, JuelOperator>[] = [
  new Map([
    ['||', '||'],
    ['or', '||'],
  ]),
  new Map([
    ['&&', '&&'],
    ['and', '&&'],
  ]),
  new Map([
    ['==', '=='],
    ['eq', '=='],
    ['!=', '!='],
    ['ne', '!='],
  ]),
  new Map([
    ['<', '<'],
    ['lt', '<'],
    ['>', '>'],
    ['gt', '>'],
    ['<=', '<='],
    ['le', '<='],
    ['>=', '>='],
    ['ge', '>='],
  ]),
  new Map([
    ['+', '+'],
    ['-', '-'],
  ]),
  new Map([
    ['*', '*'],
    ['/', '/'],
    ['div', '/'],
    ['%', '%'],
    ['mod', '%'],
  ]),
];

const words: ReadonlySet<string> = new Set(
  ['and or not eq ne lt gt le ge div mod empty instanceof true false null'.split(' ')].flat(),
);

function binary(reader: Reader, level: number, depth: number): JuelNode | undefined {
  const operators = levels[level];
  if (operators === undefined) return unary(reader, depth);

  let left = binary(reader, level + 1, depth);
  while (left !== undefined) {
    const token = reader.next();
    const operator = token.kind === 'string' ? undefined : operators.get(token.text);
    if (operator === undefined) return left;
    reader.take();
    const right = binary(reader, level + 1, depth);
    left = right && { kind: 'binary', operator, left, right };
  }
  return undefined;
}

function unary(reader: Reader, depth: number): JuelNode | undefined {
  if (depth > deepest) return undefined;
  const { kind, text } = reader.next();
  const operator = kind === 'string' ? undefined : unaryOperator(text);
  if (operator === undefined) return postfix(reader, depth);

  reader.take();
  const of = unary(reader, depth + 1);
  return of && { kind: 'unary', operator, of };
}

function unaryOperator(text: string): '!' | '-' | 'empty' | undefined {
  if (text === 'not') return '!';
  return text === '!' || text === '-' || text === 'empty' ? text : undefined;
}

function postfix(reader: Reader, depth: number): JuelNode | undefined {
  let node = primary(reader, depth);
  while (node !== undefined) {
    if (reader.takes('.')) node = member(reader, node, depth);
    else if (reader.takes('[')) node = indexed(reader, node, depth);
    else return node;
  }
  return undefined;
}

function member(reader: Reader, of: JuelNode, depth: number): JuelNode | undefined {
  const { kind, text: name } = reader.take();
  if (kind !== 'name') return undefined;
  if (!reader.takes('(')) return { kind: 'property', of, name };
  const given = operands(reader, depth);
  return given && { kind: 'call', of, name, given };
}

function indexed(reader: Reader, of: JuelNode, depth: number): JuelNode | undefined {
  const at = choice(reader, depth + 1);
  return at && reader.takes(']') ? { kind: 'index', of, at } : undefined;
}

function operands(reader: Reader, depth: number): readonly JuelNode[] | undefined {
  const given: JuelNode[] = [];
  if (reader.takes(')')) return given;
  do {
    const one = choice(reader, depth + 1);
    if (one === undefined) return undefined;
    given.push(one);
  } while (reader.takes(','));
  return reader.takes(')') ? given : undefined;
}

function primary(reader: Reader, depth: number): JuelNode | undefined {
  const { kind, text } = reader.take();
  if (kind === 'number') return { kind: 'literal', feel: text };
  if (kind === 'string') return { kind: 'literal', feel: JSON.stringify(text) };
  if (kind === 'name') return named(reader, text, depth);
  if (kind !== 'sign' || text !== '(') return undefined;

  const inner = choice(reader, depth + 1);
  return inner && reader.takes(')') ? inner : undefined;
}

function named(reader: Reader, name: string, depth: number): JuelNode | undefined {
  if (name === 'true' || name === 'false' || name === 'null') return { kind: 'literal', feel: name };
  if (words.has(name)) return undefined;
  // `fn:name(…)` is a function of a library; a colon alone belongs to a choice.
  if (!reader.takes('(')) return { kind: 'name', name };
  const given = operands(reader, depth);
  return given && { kind: 'call', name, given };
}
