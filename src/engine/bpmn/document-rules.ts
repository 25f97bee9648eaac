import { error, type Diagnostic } from './diagnostic.js';
import { flowElementsIn, scopeDepth } from './flow-elements.js';
import { idOfElement, type ModdleElement } from './moddle-element.js';
import { requiredReferences } from './required-references.js';
import { unsupportedIn } from './supported-elements.js';

const mostNodes = 2_000;
const deepestScope = 10;

/** What is wrong with a document before it can be read as processes: ids, references, size, what cannot be executed. */
export function documentProblems(processes: readonly ModdleElement[]): readonly Diagnostic[] {
  if (processes.length === 0) return [noProcess()];

  return processes.flatMap((process) => {
    const elements = flowElementsIn(process);
    if (elements.length > mostNodes) return [tooManyNodes(process, elements.length)];
    if (scopeDepth(process) > deepestScope) return [tooDeep(process)];
    return [...elements.flatMap(unsupportedIn), ...elements.flatMap(requiredReferences)];
  });
}

const noProcess = (): Diagnostic =>
  error('no-process', null, {
    message: 'Expected a process with isExecutable="true", but there is none',
    melding: 'Filen har ingen prosess som kan kjøres. Sett isExecutable="true" på prosessen.',
  });

const tooManyNodes = (process: ModdleElement, count: number): Diagnostic =>
  error('too-many-nodes', idOfElement(process), {
    message: `Expected at most ${mostNodes} elements in a process, but got ${count}`,
    melding: `Prosessen har ${count} elementer. Del den i flere prosesser (høyst ${mostNodes}).`,
  });

const tooDeep = (process: ModdleElement): Diagnostic =>
  error('too-deep', idOfElement(process), {
    message: `Expected sub-processes at most ${deepestScope} levels deep`,
    melding: `Delprosessene ligger for dypt inni hverandre (høyst ${deepestScope} nivåer). Bruk en kalt prosess.`,
  });
