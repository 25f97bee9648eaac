import { escapeText } from '../../engine/index.js';
import { mayChoose, readLocalChoice, type ChosenValue } from './local-choice.js';

/** What a municipality wants instead of what it has chosen, and why. */
export interface NewChoice {
  readonly value: ChosenValue;
  readonly reason: string;
}

/**
 * The document of a local choice with another value and its reason; what is asked, why, and between what stays as it is. The reason is kept as XML can
 * keep it: no spaces around it, one kind of line break, no control characters. Refuses a value that the choice does not allow.
 */
export async function writeLocalChoice(dmn: string, { value, reason: given }: NewChoice): Promise<string> {
  const reason = given.replace(/\r\n?/g, '\n').replace(notInXml, '').trim();
  // Text stands in quotation marks in FEEL as in JSON.
  const written = dmn
    .replace(textIn('outputEntry'), (_, before: string, after: string) => `${before}${JSON.stringify(value)}${after}`)
    .replace(textIn('annotationEntry'), (_, before: string, after: string) => `${before}${escapeText(reason)}${after}`);
  const choice = await readLocalChoice(written);
  if (choice?.value !== value || choice.reason !== reason || !mayChoose(choice, value)) {
    throw new Error(`Expected the choice to allow ${value} for '${reason}', but the document would say otherwise`);
  }
  return written;
}

// Source: XML 1.0 § 2.2, Char.
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const textIn = (cell: string): RegExp => new RegExp(`(<(?:\\w+:)?${cell}\\b[^>]*>\\s*<(?:\\w+:)?text>)[^<]*(<)`);
