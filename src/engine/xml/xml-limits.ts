import { error, type Diagnostic } from './diagnostic.js';
import { readXml, type XmlLimits } from './read-xml.js';
import type { XmlDocument } from './xml-node.js';

const limits = { characters: 1_048_576, elements: 50_000, depth: 100, attributes: 100 };

/** A well-formed document within the limits, or what is wrong with the file. */
export type CheckedXml =
  | { readonly ok: true; readonly document: XmlDocument }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a file that may be anything: refused before it is looked into when it is too large or has a DOCTYPE, while it is
 * read when it is not well-formed or too deep. `most` is the longest text that is read.
 */
export function checkXml(xml: string, most: number = limits.characters): CheckedXml {
  if (xml.length > most) return refused(tooMuch('characters', most));
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(xml)) return refused(doctype());

  const reading = readXml(xml, limits);
  if (reading.ok) return reading;
  return refused(
    reading.limit === undefined ? notXml(reading.reason, reading.line) : tooMuch(reading.limit, limits[reading.limit]),
  );
}

/** What must be true of a file before another XML parser may see it. Linear in the size of the file. */
export function checkXmlLimits(xml: string): readonly Diagnostic[] {
  const checked = checkXml(xml);
  return checked.ok ? [] : checked.diagnostics;
}

const refused = (diagnostic: Diagnostic): CheckedXml => ({ ok: false, diagnostics: [diagnostic] });

const doctype = (): Diagnostic =>
  error('xml-doctype', null, {
    message: 'Expected XML without a DOCTYPE, but there is one',
    melding: 'Filen inneholder en DOCTYPE. Ta den bort: den kan hente inn fremmed innhold.',
  });

const notXml = (reason: string, line: number): Diagnostic =>
  error('xml-invalid', null, {
    message: `Expected well-formed XML, but ${reason} (line ${line})`,
    melding: `Filen er ikke gyldig XML (linje ${line}). Åpne den i et tegneverktøy for BPMN og lagre den på nytt.`,
  });

const advice = {
  characters: 'Filen er for stor. Del den i flere filer.',
  elements: 'Filen har for mange elementer. Del den.',
  depth: 'Filen har for mange nivåer inni hverandre. Gjør den flatere.',
  attributes: 'Et element har for mange attributter. Ta bort dem som ikke trengs.',
};

const tooMuch = (what: keyof XmlLimits | 'characters', most: number): Diagnostic =>
  error('xml-limit', null, {
    message: `Expected at most ${most} (${what}), but there are more`,
    melding: advice[what],
  });
