import { error } from '../../../xml/diagnostic.js';
import { vendorNamespaces, type DialectPlace } from '../dialect-words.js';
import { readJuelText } from '../juel/juel-text.js';

/** The namespaces of Camunda 7 and of the engines that share its words. */
export const camunda = vendorNamespaces.camunda7;

/** A text in which JUEL may stand, as FEEL with `=` in front or as it is; what cannot be translated is refused. */
export function asText(text: string | undefined, place: DialectPlace): string | undefined {
  if (text === undefined) return undefined;
  const read = readJuelText(text);
  if (read.kind === 'text') return read.text;
  if (read.kind === 'feel') return `=${read.source}`;
  refuse(text, place);
  return undefined;
}

/** The same for what is FEEL by nature: a text without JUEL is a literal. */
export function asFeel(text: string | undefined, place: DialectPlace): string | undefined {
  if (text === undefined) return undefined;
  const read = readJuelText(text);
  if (read.kind === 'text') return `=${JSON.stringify(read.text)}`;
  return asText(text, place);
}

/** Refuses an expression that has no meaning in FEEL. */
export const refuse = (text: string, { element, report }: DialectPlace): void =>
  report(
    error('expression-unsupported', element, {
      message: `Expected an expression that can be said in FEEL, but '${element ?? 'the document'}' has '${text.slice(0, 200)}'`,
      melding: `Uttrykket «${text.slice(0, 200)}» kan ikke oversettes til FEEL. Skriv det i FEEL, med = foran.`,
    }),
  );
