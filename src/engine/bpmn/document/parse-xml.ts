import { BpmnModdle } from 'bpmn-moddle';
import { writeXml } from '../../xml/write-xml.js';
import type { XmlDocument } from '../../xml/xml-node.js';
import { boligflytModdle } from './boligflyt-moddle.js';
import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { elementsIn, isModdleElement, type ModdleElement } from './moddle-element.js';
import { plainBpmn, type PlainBpmn } from './plain-bpmn.js';
import { writtenProblems } from './written-rules.js';

/** A parsed document, or what is wrong with it. */
export type XmlParse =
  | { readonly ok: true; readonly root: ModdleElement }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const moddle = new BpmnModdle({ boligflyt: boligflytModdle });

/** Gives a well-formed document its BPMN meaning. bpmn-moddle is lenient and only warns; here every warning is an error. */
export async function parseDocument(document: XmlDocument): Promise<XmlParse> {
  const problems = writtenProblems(document.root);
  if (problems.length > 0) return { ok: false, diagnostics: problems };

  const plain = plainBpmn(document);
  try {
    const { rootElement, warnings } = await moddle.fromXML(writeXml(plain.document));
    if (warnings.length > 0) return { ok: false, diagnostics: describeWarnings(warnings, plain) };
    if (!isModdleElement(rootElement)) return failure('the document is empty');
    restoreIds(rootElement, plain);
    return { ok: true, root: rootElement };
  } catch (problem) {
    return failure(problem instanceof Error ? sentenceOf(problem.message) : 'it cannot be parsed');
  }
}

function restoreIds(root: ModdleElement, { writtenIds }: PlainBpmn): void {
  if (writtenIds.size === 0) return;
  for (const element of elementsIn(root)) {
    const written = writtenIds.get(String(element.get('id')));
    if (written !== undefined) element.set('id', written);
  }
}

interface ModdleWarning {
  readonly message: string;
  readonly element?: unknown;
}

function describeWarnings(warnings: readonly ModdleWarning[], { writtenIds }: PlainBpmn): readonly Diagnostic[] {
  return warnings.map(({ message, element }) => {
    const text = sentenceOf(message).replace(/<([^<>]+)>/, (_, id: string) => `<${writtenIds.get(id) ?? id}>`);
    const id = isModdleElement(element) ? nearestId(element) : undefined;
    return error(text.includes('unresolved reference') ? 'unresolved-reference' : 'bpmn-invalid', id ?? null, {
      message: `Expected valid BPMN 2.0, but: ${text}`,
      melding: `${adviceOf(text)} (${text})`,
    });
  });
}

function nearestId(element: ModdleElement): string | undefined {
  for (let around: unknown = element; isModdleElement(around); around = around.$parent) {
    const id = around.get('id');
    if (typeof id === 'string') return id;
  }
  return undefined;
}

const adviceOf = (text: string): string =>
  text.includes('unresolved reference')
    ? 'Et element viser til noe som ikke finnes. Tegn det som mangler, eller ta bort henvisningen.'
    : 'Filen har noe som ikke er BPMN 2.0 eller boligflyt-utvidelsen. Rett eller ta det bort.';

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
