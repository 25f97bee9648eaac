import type { Cursor } from './cursor.js';
import { nextWord, plainNameOf, word } from './known-names.js';

const keywords = new Set(
  'and or in between instance then else return satisfies true false null if for some every not function'.split(' '),
);
const furtherWord = /[ \t\r\n]+/y;
const untilColon = /[^\n"'`()[\]{},:<>=]+(?=:)/y;
const quoted = /`([^`\n]+)`/y;

/** A name that was read, and whether it stood in back-quotes. */
export interface ReadName {
  readonly name: string;
  readonly isQuoted: boolean;
}

/** Takes a name: the longest one that is known, else all words that follow each other (two words are never code). */
export function takeName(cursor: Cursor): ReadName | undefined {
  const inQuotes = cursor.look(quoted);
  if (inQuotes?.[1] !== undefined) {
    cursor.moveTo(cursor.at() + inQuotes[0].length);
    return { name: plainNameOf(inQuotes[1]), isQuoted: true };
  }
  const known = cursor.known.match(cursor.source, cursor.at());
  const words = wordsAt(cursor);
  if (known !== undefined && known.end >= (words?.end ?? 0)) {
    cursor.moveTo(known.end);
    return { name: known.name, isQuoted: false };
  }
  if (words === undefined) return undefined;
  cursor.moveTo(words.end);
  return { name: words.name, isQuoted: false };
}

interface Words {
  readonly name: string;
  readonly end: number;
}

function wordsAt({ source, at, look }: Cursor): Words | undefined {
  const first = look(word);
  if (first === null || keywords.has(first[0])) return undefined;
  let end = at() + first[0].length;
  let name = first[0];
  for (;;) {
    furtherWord.lastIndex = end;
    const gap = furtherWord.exec(source);
    nextWord.lastIndex = end + (gap?.[0].length ?? 0);
    const next = gap && nextWord.exec(source);
    if (next === null || keywords.has(next[0])) return { name, end };
    name = `${name} ${next[0]}`;
    end = nextWord.lastIndex;
  }
}

/** Whether a word comes next that can only be a keyword here: no longer known name begins with it. */
export function takeKeyword(cursor: Cursor, keyword: string): boolean {
  if (cursor.known.match(cursor.source, cursor.at()) !== undefined) return false;
  return cursor.takeWord(keyword);
}

/** Takes the name that stands before a colon, in a context or among named arguments; makes it known. */
export function takeNameBeforeColon(cursor: Cursor): string | undefined {
  const read = cursor.look(untilColon)?.[0];
  if (read === undefined || !/^[\p{L}_\u{10000}-\u{EFFFF}?]/u.test(read)) return undefined;
  cursor.moveTo(cursor.at() + read.length);
  const name = plainNameOf(read);
  cursor.known.add(name);
  return name;
}

const untilIn = /[^\n"()[\]{},:<>=]+?(?=\s+in\b)/uy;

/** Takes the name of a variable that a loop gives a value to; makes it known. */
export function takeLoopName(cursor: Cursor): string {
  const read = cursor.look(untilIn)?.[0] ?? cursor.fail();
  word.lastIndex = 0;
  if (!word.test(read)) cursor.fail();
  cursor.moveTo(cursor.at() + read.length);
  const name = plainNameOf(read);
  cursor.known.add(name);
  return name;
}
