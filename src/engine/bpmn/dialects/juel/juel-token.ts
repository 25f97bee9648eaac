/** A word of JUEL, the expression language of Camunda 7: what kind it is, and its text without quotes. */
export interface JuelToken {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  readonly text: string;
  /** Where it ends in the text that was read. */
  readonly end: number;
}

const space = /\s*/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?[lLfFdD]?/y;
const sign = /==|!=|<=|>=|&&|\|\||[<>!?:()[\].,+\-*/%}]/y;

/** The token at a place in a text; undefined for what is no word of JUEL. */
export function tokenAt(text: string, at: number): JuelToken | undefined {
  const start = at + (matchAt(space, text, at)?.length ?? 0);
  const quote = text[start];
  if (quote === undefined) return { kind: 'end', text: '', end: start };
  if (quote === '"' || quote === "'") return stringAt(text, start, quote);

  const name = matchAt(word, text, start);
  if (name !== undefined) return { kind: 'name', text: name, end: start + name.length };
  const digits = matchAt(number, text, start);
  if (digits !== undefined) {
    return { kind: 'number', text: digits.replace(/[lLfFdD]$/, '').replace(/^\./, '0.'), end: start + digits.length };
  }
  const found = matchAt(sign, text, start);
  return found === undefined ? undefined : { kind: 'sign', text: found, end: start + found.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function stringAt(text: string, start: number, quote: string): JuelToken | undefined {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === quote) return { kind: 'string', text: value, end: at + 1 };
    if (character === '\\') at++;
    value += text[at] ?? '';
  }
  return undefined;
}
