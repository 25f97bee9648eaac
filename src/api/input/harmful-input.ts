/** The first thing in an input that cannot be kept as it is, and where. */
export interface HarmfulInput {
  readonly path: string;
  readonly message: string;
}

interface Part {
  readonly path: readonly string[];
  readonly value: unknown;
}

const deepest = 32;
const mostParts = 50_000;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Finds what JSON allows but a database or a calculation would not keep: NUL, half of a character, a number that loses
 * digits, names that reach a prototype, a depth that fills the stack. Walks without recursion, so that it survives them.
 */
export function harmfulInput(input: unknown): HarmfulInput | undefined {
  const waiting: Part[] = [{ path: [], value: input }];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const part = waiting.pop();
    if (part === undefined) break;
    const message = seen > mostParts ? 'For mange verdier.' : complaintAbout(part);
    if (message !== undefined) return { path: part.path.slice(0, deepest).join('.'), message };
    waiting.push(...partsOf(part));
  }
  return undefined;
}

function complaintAbout({ path, value }: Part): string | undefined {
  if (path.length > deepest) return `Verdier kan ikke ligge dypere enn ${deepest} nivåer.`;
  const name = path.at(-1);
  if (name !== undefined && reserved.has(name)) return `Navnet ${name} kan ikke brukes.`;
  if (name !== undefined && !isStorable(name)) return 'Navnet inneholder tegn som ikke kan lagres.';
  if (typeof value === 'string' && !isStorable(value)) return 'Teksten inneholder tegn som ikke kan lagres.';
  if (typeof value === 'number' && !isExact(value)) return 'Tallet er for stort til å lagres nøyaktig.';
  return undefined;
}

const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

function partsOf({ path, value }: Part): readonly Part[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, part]): Part => ({ path: [...path, name], value: part }));
}
