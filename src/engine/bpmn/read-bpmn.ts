import type { UnversionedDefinition } from '../definition/process-definition.js';
import type { Diagnostic } from './diagnostic.js';
import { readingOf } from './document-index.js';
import { documentProblems } from './document-rules.js';
import { executableProcesses } from './flow-elements.js';
import { foreignLanguages } from './foreign-languages.js';
import { parseXml } from './parse-xml.js';
import { processProblems } from './process-rules.js';
import type { ReadOptions } from './read-options.js';
import { readProcess } from './read-process.js';
import type { KnownNames } from './rules/rule.js';

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
  const parsed = await parseXml(xml);
  if (!parsed.ok) return parsed;

  const { root } = parsed;
  const processes = executableProcesses(root, options);
  const unreadable = [...documentProblems(root, processes), ...foreignLanguages(root)];
  if (unreadable.length > 0) return { ok: false, diagnostics: unreadable };

  const found: Diagnostic[] = [];
  const reading = readingOf(root, processes, { options, found });
  const definitions = processes.map((process) => readProcess(process, reading));
  found.push(...definitions.flatMap((definition) => processProblems(definition, known)));
  return found.some(({ severity }) => severity === 'error')
    ? { ok: false, diagnostics: found }
    : { ok: true, definitions, warnings: found };
}
