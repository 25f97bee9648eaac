import { BpmnModdle } from 'bpmn-moddle';
import { boligflytModdle } from './boligflyt-moddle.js';
import { error, type Diagnostic } from './diagnostic.js';
import { isModdleElement, type ModdleElement } from './moddle-element.js';
import { checkXmlLimits } from '../xml/xml-limits.js';

/** A parsed document, or what is wrong with it. */
export type XmlParse =
  | { readonly ok: true; readonly root: ModdleElement }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const moddle = new BpmnModdle({ boligflyt: boligflytModdle });

/** Parses a BPMN 2.0 document. bpmn-moddle is lenient and only warns; here every warning is an error. */
export async function parseXml(xml: string): Promise<XmlParse> {
  const tooMuch = checkXmlLimits(xml);
  if (tooMuch.length > 0) return { ok: false, diagnostics: tooMuch };

  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    if (warnings.length > 0) return { ok: false, diagnostics: warnings.map(describeWarning) };
    return isModdleElement(rootElement) ? { ok: true, root: rootElement } : failure('the document is empty');
  } catch (problem) {
    return failure(problem instanceof Error ? sentenceOf(problem.message) : 'it cannot be parsed');
  }
}

function describeWarning(problem: { readonly message: string; readonly element?: unknown }): Diagnostic {
  const text = sentenceOf(problem.message);
  const id = isModdleElement(problem.element)
    ? problem.element.get('id')
    : /(?:duplicate|illegal) ID <(.+)>/.exec(text)?.[1];
  return error(codeOf(text), typeof id === 'string' ? id : null, {
    message: `Expected valid BPMN 2.0, but: ${text}`,
    melding: `${adviceOf(text)} (${text})`,
  });
}

function codeOf(text: string): string {
  if (text.includes('duplicate ID')) return 'duplicate-id';
  if (text.includes('illegal ID')) return 'invalid-id';
  return text.includes('unresolved reference') ? 'unresolved-reference' : 'bpmn-invalid';
}

function adviceOf(text: string): string {
  if (text.includes('duplicate ID')) return 'To elementer har samme id. Gi hvert element sin egen id.';
  if (text.includes('illegal ID')) return 'En id er ugyldig. Bruk små bokstaver og bindestrek: «vurder-soknad».';
  if (text.includes('unresolved reference')) {
    return 'Et element viser til noe som ikke finnes. Tegn det som mangler, eller ta bort henvisningen.';
  }
  return 'Filen har noe som ikke er BPMN 2.0 eller boligflyt-utvidelsen. Rett eller ta det bort.';
}

const failure = (reason: string): XmlParse => ({
  ok: false,
  diagnostics: [
    error('xml-invalid', null, {
      message: `Expected a BPMN 2.0 document, but ${reason}`,
      melding: 'Filen er ikke gyldig BPMN 2.0. Åpne den i et tegneverktøy for BPMN og lagre den på nytt.',
    }),
  ],
});

// bpmn-moddle tells where first and why last; why is what helps.
function sentenceOf(text: string): string {
  const why = /nested error: (.+)/.exec(text)?.[1] ?? text.split('\n')[0] ?? '';
  return why.slice(0, 300);
}
