import { DmnModdle } from 'dmn-moddle';
import { error, warning, type Diagnostic } from '../../xml/diagnostic.js';
import { checkXmlLimits } from '../../xml/xml-limits.js';
import { isDmnElement, textOf, type DmnElement } from './dmn-element.js';
import { withOneNamespace } from './dmn-namespaces.js';
import { missingProperties, missingTypes } from './missing-types.js';

/** A parsed document, or what is wrong with it. */
export type DmnParse =
  | { readonly ok: true; readonly root: DmnElement; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const moddle = completeModdle();

/**
 * Parses a DMN document of version 1.1 to 1.5. What is of DMN and cannot be read is an error; what another vendor put
 * beside it is passed over with a warning.
 */
export async function parseDmn(xml: string): Promise<DmnParse> {
  const tooMuch = checkXmlLimits(xml);
  if (tooMuch.length > 0) return { ok: false, diagnostics: tooMuch };

  try {
    const { rootElement, warnings } = await moddle.fromXML(withOneNamespace(xml));
    const found = warnings.flatMap(describeWarning);
    if (found.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics: found };
    return isDmnElement(rootElement)
      ? { ok: true, root: rootElement, warnings: found }
      : failure('the document is empty');
  } catch (problem) {
    return failure(problem instanceof Error ? sentenceOf(problem.message) : 'it cannot be parsed');
  }
}

function completeModdle(): DmnModdle {
  const dmn = new DmnModdle().getPackage('dmn');
  const added = missingProperties();
  const types = dmn.types.map((type) => {
    const properties = 'properties' in type && Array.isArray(type.properties) ? type.properties : [];
    const name = 'name' in type && typeof type.name === 'string' ? type.name : '';
    return { ...type, properties: [...properties, ...(added[name] ?? [])] };
  });
  return new DmnModdle({ dmn: { ...dmn, types: [...types, ...missingTypes()] } });
}

function describeWarning(problem: { readonly message: string; readonly element?: unknown }): readonly Diagnostic[] {
  const text = sentenceOf(problem.message);
  if (text.includes('unresolved reference')) return [];
  const id = /(?:duplicate|illegal) ID <(.+)>/.exec(text)?.[1] ?? idOf(problem.element);
  if (/unrecognized element|unknown attribute|unknown type <(?!dmn:)/.test(text)) {
    return [
      warning('dmn-unknown-content', id, {
        message: `Expected DMN 1.1 to 1.5, but: ${text}; it is passed over`,
        melding: `Filen har noe som ikke er DMN, og som ikke blir brukt. (${text})`,
      }),
    ];
  }
  return [error(codeOf(text), id, { message: `Expected DMN 1.1 to 1.5, but: ${text}`, melding: adviceOf(text) })];
}

const idOf = (element: unknown): string | null => (isDmnElement(element) ? (textOf(element, 'id') ?? null) : null);

function codeOf(text: string): string {
  if (text.includes('duplicate ID')) return 'duplicate-id';
  return text.includes('illegal ID') ? 'invalid-id' : 'dmn-invalid';
}

function adviceOf(text: string): string {
  if (text.includes('duplicate ID')) return 'To elementer har samme id. Gi hvert element sin egen id.';
  if (text.includes('illegal ID')) return 'En id er ugyldig. Den må begynne med en bokstav eller understrek.';
  return `Filen har noe som ikke er DMN. Rett det eller ta det bort. (${text})`;
}

const failure = (reason: string): DmnParse => ({
  ok: false,
  diagnostics: [
    error('xml-invalid', null, {
      message: `Expected a DMN document, but ${reason}`,
      melding: 'Filen er ikke gyldig DMN. Åpne den i et tegneverktøy for DMN og lagre den på nytt.',
    }),
  ],
});

// dmn-moddle tells where first and why last; why is what helps.
function sentenceOf(text: string): string {
  const why = /nested error: (.+)/.exec(text)?.[1] ?? text.split('\n')[0] ?? '';
  return why.slice(0, 300);
}
