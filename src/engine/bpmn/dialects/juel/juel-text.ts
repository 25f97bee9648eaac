import { juelToFeel } from './juel-to-feel.js';
import { parseJuel } from './parse-juel.js';

/** What a text with `${…}` or `#{…}` in it means: words as they stand, FEEL, or nothing that we can say. */
export type JuelText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'feel'; readonly source: string }
  | { readonly kind: 'untranslatable' };

/** Reads a text in which JUEL may stand; text around expressions is put together with them. */
export function readJuelText(text: string): JuelText {
  const parts = partsOf(text);
  if (parts === undefined) return { kind: 'untranslatable' };

  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  if (parts.every((part) => part.kind === 'text'))
    return { kind: 'text', text: parts.map((part) => part.text).join('') };
  const pieces = parts.map((part) => (part.kind === 'text' ? JSON.stringify(part.text) : `string(${part.source})`));
  return { kind: 'feel', source: `string join([${pieces.join(', ')}])` };
}

/** Whether there is an expression of JUEL in a text. */
export const hasJuel = (text: string): boolean => /[$#]\{/.test(text);

type Part = Exclude<JuelText, { readonly kind: 'untranslatable' }>;

function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let at = 0;
  for (const opening = /(\\?)[$#]\{/g; ;) {
    opening.lastIndex = at;
    const found = opening.exec(text);
    const words = text.slice(at, found?.index ?? text.length);
    if (words !== '' || (found === null && parts.length === 0)) parts.push({ kind: 'text', text: words });
    if (found === null) return parts;

    at = found.index + found[0].length;
    if (found[1] === '\\') {
      parts.push({ kind: 'text', text: found[0].slice(1) });
      continue;
    }
    const parsed = parseJuel(text, at);
    const source = parsed && juelToFeel(parsed.node);
    const close = parsed === undefined ? -1 : closing(text, parsed.end);
    if (source === undefined || close < 0) return undefined;
    parts.push({ kind: 'feel', source });
    at = close;
  }
}

function closing(text: string, from: number): number {
  const at = text.slice(from).search(/\S/);
  return at >= 0 && text[from + at] === '}' ? from + at + 1 : -1;
}
