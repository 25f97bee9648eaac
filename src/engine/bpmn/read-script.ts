import type { ScriptTask } from '../definition/flow-node.js';
import { error, type Diagnostic } from './diagnostic.js';
import { feelOf, idOfElement, present, textOf, type ModdleElement } from './moddle-element.js';
import { headersOf, jobOf } from './read-work.js';
import type { Reading } from './reading.js';

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
    return { kind: 'feel', script: source, ...present('resultVariable', textOf(task, 'resultVariable')) };
  }
  if (options.scripts !== 'jobs') report(scriptForbidden(idOfElement(task), format));
  const headers = { ...headersOf(task), source: script ?? '' };
  return { kind: 'job', ...jobOf(task, `script:${format}`), headers };
}

/** Whether the name of a language means FEEL: `feel`, its media type or one of its namespaces. */
export const isFeel = (language: string): boolean => /feel/i.test(language);

/** Says that something is written in a language that never runs in the engine. */
export const scriptForbidden = (element: string | null, language: string): Diagnostic =>
  error('script', element, {
    message: `Expected FEEL, but '${element ?? 'the document'}' has ${language}, which is never run`,
    melding: `Det står ${language} her, og slik kode kjøres aldri. Skriv uttrykket i FEEL, eller bruk en tjenesteoppgave.`,
  });
