import type { ScriptTask } from '../../definition/flow-node.js';
import { error, type Diagnostic } from '../../xml/diagnostic.js';
import {
  elementOf,
  elementsOf,
  feelOf,
  idOfElement,
  present,
  textOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import { headersOf, jobOf } from './read-work.js';
import type { Reading } from './reading.js';
import { variableName } from './variable-name.js';

/** A script and the language that it says it is written in. */
export interface WrittenScript {
  readonly format: string | undefined;
  readonly script: string | undefined;
}

/** The work of a script task: FEEL in the engine; another language by a worker where that is asked for, else refused. */
export function readScript(
  task: ModdleElement,
  { format, script }: WrittenScript,
  { options, report }: Reading,
): ScriptTask['work'] {
  if (format === undefined || isFeel(format)) {
    const source = script === undefined ? 'null' : feelOf(script);
    const isContext = source.startsWith('{');
    return {
      kind: 'feel',
      script: source,
      ...present('resultVariable', isContext ? ownResult(task) : resultName(task)),
    };
  }
  if (options.scripts !== 'jobs') report(scriptForbidden(idOfElement(task), format));
  const headers = { ...headersOf(task), source: script ?? '' };
  return { kind: 'job', ...jobOf(task, `script:${format}`), headers };
}

const ownResult = (task: ModdleElement): string | undefined => textOf(task, 'resultVariable');

/** What the result of a script or decision is called: as the task says, else as its only data output. */
export function resultName(task: ModdleElement): string | undefined {
  const specification = elementOf(task, 'ioSpecification');
  const [only, another] = specification ? elementsOf(specification, 'dataOutputs') : [];
  return ownResult(task) ?? (only !== undefined && another === undefined ? variableName(only) : undefined);
}

/** Whether the name of a language means FEEL: `feel`, its media type or one of its namespaces. */
export const isFeel = (language: string): boolean => /feel/i.test(language);

/** Says that something is written in a language that never runs in the engine. */
export const scriptForbidden = (element: string | null, language: string): Diagnostic =>
  error('script', element, {
    message: `Expected FEEL, but '${element ?? 'the document'}' has ${language}, which is never run`,
    melding: `Det står ${language} her, og slik kode kjøres aldri. Skriv uttrykket i FEEL, eller bruk en tjenesteoppgave.`,
  });
