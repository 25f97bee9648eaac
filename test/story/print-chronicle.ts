import type { ChronicleEntry } from '../support/chronicle.js';
import { say } from './say.js';

/** Prints what has happened since it was last asked. */
export class ChroniclePrinter {
  /** From when on there may be something new: more can happen in the instant that was printed last. */
  since = '-infinity';
  private printed: ReadonlySet<string> = new Set();

  print(chronicle: readonly ChronicleEntry[]): void {
    for (const entry of chronicle.filter(({ key }) => !this.printed.has(key))) say(lineWithLaw(entry));
    this.since = chronicle.at(-1)?.instant ?? this.since;
    this.printed = new Set(chronicle.map(({ key }) => key));
  }
}

function lineWithLaw({ at, kind, what, who, rule, law }: ChronicleEntry): string {
  const why = rule === '' ? '' : `  [${rule}; ${law}]`;
  return `${at}  ${kind.padEnd(12)}  ${what}${who === '' ? '' : ` → ${who}`}${why}`;
}
