import { error, type Diagnostic } from './diagnostic.js';
import { xmlTags } from './xml-tags.js';

const limits = { characters: 1_000_000, elements: 50_000, depth: 60, attributes: 40 };

interface XmlSurvey {
  readonly elements: number;
  readonly depth: number;
  readonly attributes: number;
  readonly undeclaredPrefix?: string;
}

/**
 * What must be true of a file before an XML parser may see it: its size, no DOCTYPE, and nothing that is known to make
 * the parser slow (reliability findings 1.8). Linear in the size of the file.
 */
export function checkXmlLimits(xml: string): readonly Diagnostic[] {
  if (xml.length > limits.characters) {
    return [tooMuch('characters', xml.length, 'Filen er for stor. Del den i flere filer.')];
  }
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(xml)) {
    return [
      error('xml-doctype', null, {
        message: 'Expected XML without a DOCTYPE, but there is one',
        melding: 'Filen inneholder en DOCTYPE. Ta den bort: den kan hente inn fremmed innhold.',
      }),
    ];
  }
  return surveyComplaints(surveyXml(xml));
}

function surveyComplaints(survey: XmlSurvey): readonly Diagnostic[] {
  const { elements, depth, attributes, undeclaredPrefix } = survey;
  const found: Diagnostic[] = [];
  if (elements > limits.elements) found.push(tooMuch('elements', elements, 'Filen har for mange elementer. Del den.'));
  if (depth > limits.depth) {
    found.push(tooMuch('depth', depth, 'Filen har for mange nivåer inni hverandre. Gjør den flatere.'));
  }
  if (attributes > limits.attributes) {
    found.push(tooMuch('attributes', attributes, 'Et element har for mange attributter. Ta bort dem som ikke trengs.'));
  }
  if (undeclaredPrefix !== undefined) {
    found.push(
      error('xml-prefix', null, {
        message: `Expected prefix '${undeclaredPrefix}' to be declared, but it is not`,
        melding: `Prefikset «${undeclaredPrefix}» er ikke deklarert. Legg xmlns:${undeclaredPrefix} på rotelementet.`,
      }),
    );
  }
  return found;
}

function surveyXml(xml: string): XmlSurvey {
  const survey = { elements: 0, depth: 0, attributes: 0 };
  const open: (readonly string[])[] = [];
  const declared = new Map([
    ['xml', 1],
    ['xmlns', 1],
  ]);
  let undeclaredPrefix: string | undefined;

  for (const tag of xmlTags(xml)) {
    if (!tag.startsWith('</')) {
      const own = declaredPrefixes(tag);
      const used = attributePrefixes(tag);
      open.push(own);
      for (const prefix of own) declared.set(prefix, (declared.get(prefix) ?? 0) + 1);
      undeclaredPrefix ??= used.find((prefix) => prefix !== '' && (declared.get(prefix) ?? 0) === 0);
      survey.elements++;
      survey.attributes = Math.max(survey.attributes, used.length);
      survey.depth = Math.max(survey.depth, open.length);
    }
    if (tag.startsWith('</') || tag.endsWith('/>')) {
      for (const prefix of open.pop() ?? []) declared.set(prefix, (declared.get(prefix) ?? 0) - 1);
    }
  }
  return { ...survey, ...(undeclaredPrefix === undefined ? {} : { undeclaredPrefix }) };
}

const declaredPrefixes = (tag: string): readonly string[] =>
  tag.includes('xmlns:') ? [...tag.matchAll(/\sxmlns:([\w.-]{1,50})\s*=/g)].map(([, name]) => name ?? '') : [];

function attributePrefixes(tag: string): readonly string[] {
  const names = tag.replace(/"[^"]*"|'[^']*'/g, '""').match(/[^\s=<>"/]+(?=\s*=)/g) ?? [];
  return names.map((name) => (name.includes(':') ? (name.split(':')[0] ?? '') : ''));
}

function tooMuch(what: 'characters' | 'elements' | 'depth' | 'attributes', found: number, melding: string): Diagnostic {
  return error('xml-limit', null, { message: `Expected at most ${limits[what]} (${what}), but got ${found}`, melding });
}
