import { escapeText } from '../../engine/index.js';
import { mayChoose, readLocalChoice, type ChosenValue } from './local-choice.js';

/** What a municipality wants instead of what it has chosen, and why. */
export interface NewChoice {
  readonly value: ChosenValue;
  readonly reason: string;
}

/** The document of a local choice with another value and its reason; what is asked, why, and between what stays as it is. Refuses a value that it does not allow. */
export async function writeLocalChoice(dmn: string, { value, reason }: NewChoice): Promise<string> {
  const written = dmn
    .replace(textIn('outputEntry'), (_, before: string, after: string) => `${before}${value}${after}`)
    .replace(textIn('annotationEntry'), (_, before: string, after: string) => `${before}${escapeText(reason)}${after}`);
  const choice = await readLocalChoice(written);
  if (choice?.value !== value || choice.reason !== reason || !mayChoose(choice, value)) {
    throw new Error(`Expected the choice to allow ${value} for '${reason}', but the document would say otherwise`);
  }
  return written;
}

const textIn = (cell: string): RegExp => new RegExp(`(<(?:\\w+:)?${cell}\\b[^>]*>\\s*<(?:\\w+:)?text>)[^<]*(<)`);
