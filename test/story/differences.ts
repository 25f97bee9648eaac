import type { ChronicleEntry } from '../support/chronicle.js';
import { lineOf } from '../support/chronicle.js';

/** What is missing or happened unasked, line by line; `utført` is what people did and not what they were given. */
export function differences(expected: readonly string[], chronicle: readonly ChronicleEntry[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of expected) left.set(line, (left.get(line) ?? 0) + 1);

  const unasked: string[] = [];
  for (const line of chronicle.filter(({ kind }) => kind !== 'utført').map(lineOf)) {
    const count = left.get(line) ?? 0;
    if (count === 0) unasked.push(`UVENTET  ${line}`);
    else left.set(line, count - 1);
  }
  const missing = [...left].flatMap(([line, count]) => Array.from({ length: count }, () => `MANGLER  ${line}`));
  return [...missing, ...unasked];
}
