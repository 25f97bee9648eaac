import { checkXml } from '../xml/xml-limits.js';
import type { UnversionedDefinition } from '../definition/process-definition.js';
import type { Diagnostic } from '../xml/diagnostic.js';
import { translateDialect } from './dialects/translate-dialect.js';
import { readingOf } from './document/document-index.js';
import { documentProblems } from './document/document-rules.js';
import { executableProcesses } from './read/flow-elements.js';
import { foreignLanguages } from './read/foreign-languages.js';
import { readGlobalTasks } from './read/read-global-task.js';
import { parseDocument } from './document/parse-xml.js';
import { processProblems } from './process-rules.js';
import type { ReadOptions } from './read/read-options.js';
import { readProcess } from './read/read-process.js';
import type { KnownNames } from './rules/rule.js';
import { recursions } from './rules/soundness.js';
import { vendorCode } from './document/vendor-code.js';

/** The executable processes of a document, in the order in which they are written, or why there are none. */
export type BpmnReading =
  | {
      readonly ok: true;
      readonly definitions: readonly UnversionedDefinition[];
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a BPMN 2.0 document. Never throws for input and never guesses: what is invalid, unsupported or too large is
 * refused with every finding at once. `known` says which deadline rules, forms and job types exist.
 */
export async function readBpmn(xml: string, known: KnownNames = {}, options: ReadOptions = {}): Promise<BpmnReading> {
  const checked = checkXml(xml);
  if (!checked.ok) return checked;

  const { document, found } = translateDialect(checked.document, options.dialect);
  const parsed = await parseDocument(document);
  if (!parsed.ok) return { ok: false, diagnostics: [...found, ...parsed.diagnostics] };

  const { root } = parsed;
  const processes = executableProcesses(root, options);
  // Who reads a vendor's dialect gives its code to workers; nobody else can know what it means.
  const vendor = options.dialect === undefined ? vendorCode(processes) : [];
  const unreadable = [...documentProblems(root, processes), ...foreignLanguages(root), ...vendor];
  if (unreadable.length > 0) return { ok: false, diagnostics: [...found, ...unreadable] };

  const told: Diagnostic[] = [...found];
  const reading = readingOf(root, processes, { options, found: told });
  const definitions = [...processes.map((process) => readProcess(process, reading)), ...readGlobalTasks(root, reading)];
  told.push(...definitions.flatMap((definition) => processProblems(definition, known)), ...recursions(definitions));
  return told.some(({ severity }) => severity === 'error')
    ? { ok: false, diagnostics: told }
    : { ok: true, definitions, warnings: told };
}
