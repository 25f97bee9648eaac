import type { ChronicleEntry } from '../support/chronicle.js';

/** Prints what has happened since it was last asked. */
export class ChroniclePrinter {
  private printed = 0;

  print(chronicle: readonly ChronicleEntry[]): void {
    for (const { at, kind, what, who, rule, law } of chronicle.slice(this.printed)) {
      const why = rule === '' ? '' : `  [${rule}; ${law}]`;
      console.log(`${at}  ${kind.padEnd(12)}  ${what}${who === '' ? '' : ` → ${who}`}${why}`);
    }
    this.printed = chronicle.length;
  }
}
