import { error, warning, type Diagnostic } from '../../xml/diagnostic.js';
import { checkXml } from '../../xml/xml-limits.js';
import { writeXml } from '../../xml/write-xml.js';
import { parseDocument } from './parse-xml.js';
import { modelNamespace } from './plain-bpmn.js';

/** A document written again, with what BPMN has no word for; or why it cannot be read. */
export type BpmnExport =
  | { readonly ok: true; readonly content: string; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

// Nothing is executed, so a drawing may be larger than what can be deployed.
const longest = 8_000_000;

/**
 * Gives back what came in: parsed, and written again. No element, attribute, extension, text, comment or diagram data is
 * lost, whoever's namespace it is in; what is not valid BPMN is only a warning.
 */
export async function exportBpmn(xml: string): Promise<BpmnExport> {
  const checked = checkXml(xml, longest);
  if (!checked.ok) return checked;

  const { root } = checked.document;
  if (root.namespace !== modelNamespace || root.local !== 'definitions') {
    return { ok: false, diagnostics: [notBpmn(root.name)] };
  }
  const parsed = await parseDocument(checked.document);
  const found = parsed.ok ? [] : parsed.diagnostics;
  return { ok: true, content: writeXml(checked.document), warnings: found.map(asWarning) };
}

const asWarning = ({ rule = 'bpmn-invalid', element, message, melding }: Diagnostic): Diagnostic =>
  warning(rule, element, { message, melding });

const notBpmn = (name: string): Diagnostic =>
  error('xml-invalid', null, {
    message: `Expected the definitions of a BPMN 2.0 document, but got <${name.slice(0, 50)}>`,
    melding: 'Filen er ikke BPMN 2.0. Lagre den som BPMN 2.0 i tegneverktøyet.',
  });
