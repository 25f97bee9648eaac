import { localDateOf } from '../../engine/index.js';
import type { LetterContent } from '../../runtime/case-ports.js';
import type { Instant } from '../../shared/time.js';
import { dateText } from '../fill-template.js';

/** A part of a letter's text that is read as one. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** Its lines stand below each other. */
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly LetterListItem[] };

/** A line of a list, with what stands before it: a dot or a number. */
export interface LetterListItem {
  readonly label: string;
  readonly text: string;
}

/** A letter on paper: what stands where, and nothing of how it is drawn. */
export interface LetterDocument {
  readonly language: 'nb-NO' | 'nn-NO';
  readonly title: string;
  /** The municipality, and the function in it that the letter is from. */
  readonly sender: readonly string[];
  /** Whom it is to, the date and the reference. */
  readonly head: readonly string[];
  readonly blocks: readonly LetterBlock[];
  /** What a page is called at its foot, e.g. `Side 1 av 2`. */
  readonly pageName: (page: number, pages: number) => string;
  readonly writtenAt: Instant;
}

/** How letters are drawn: the same document always gives the same bytes of a PDF. */
export type LetterPrinter = (document: LetterDocument) => Promise<Uint8Array>;

// The same in bokmål and in nynorsk.
const words = { to: 'Til', date: 'Dato', reference: 'Vår referanse' } as const;

/** Lays out a letter as it was sent. */
export function letterDocument(content: LetterContent): LetterDocument {
  const { title, text, language, municipality, recipient, reference, at } = content;
  const blocks = blocksOf(text);
  const on = dateText(localDateOf(at), language);
  return {
    language: `${language}-NO`,
    title,
    sender: [municipality, ...signatureOf(blocks)],
    head: [
      ...(recipient === '' ? [] : [`${words.to}: ${recipient}`]),
      `${words.date}: ${on}`,
      `${words.reference}: ${reference}`,
    ],
    blocks,
    pageName: (page, pages) => `Side ${page} av ${pages}`,
    writtenAt: at,
  };
}

// Who a letter is from stands below its greeting.
function signatureOf(blocks: readonly LetterBlock[]): readonly string[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph') return [];
  const [greeting = '', ...signature] = last.lines;
  return /^(Hilsen|Helsing)$/.test(greeting) ? signature : [];
}

const item = /^(?:[-*]|(\d+)\.)\s+(.*)$/;

function blocksOf(text: string): readonly LetterBlock[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.reduce<readonly LetterBlock[]>((blocks, line, place) => {
    const startsAnew = place === 0 || lines[place - 1] === '';
    return withLine(blocks, line, startsAnew);
  }, []);
}

function withLine(blocks: readonly LetterBlock[], line: string, startsAnew: boolean): readonly LetterBlock[] {
  if (line === '') return blocks;
  if (line.startsWith('#')) return [...blocks, { kind: 'heading', text: line.replace(/^#+\s*/, '') }];

  const [before, last] = [blocks.slice(0, -1), startsAnew ? undefined : blocks.at(-1)];
  const found = item.exec(line);
  if (found !== null) {
    const [, number, text = ''] = found;
    const listed = { label: number === undefined ? '•' : `${number}.`, text };
    if (last?.kind === 'list') return [...before, { kind: 'list', items: [...last.items, listed] }];
    return [...blocks, { kind: 'list', items: [listed] }];
  }
  if (last?.kind === 'paragraph') return [...before, { kind: 'paragraph', lines: [...last.lines, line] }];
  return [...blocks, { kind: 'paragraph', lines: [line] }];
}
