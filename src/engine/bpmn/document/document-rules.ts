import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { flowElementsIn, scopeDepth } from '../read/flow-elements.js';
import { elementsOf, idOfElement, type ModdleElement } from './moddle-element.js';
import { brokenConstraints } from '../standard/standard-rules.js';

const mostNodes = 2_000;
const deepestScope = 10;

/** What is wrong with a document before its `processes` can be read: their size, and what BPMN forbids. */
export function documentProblems(root: ModdleElement, processes: readonly ModdleElement[]): readonly Diagnostic[] {
  if (processes.length === 0 && !hasGlobalTask(root)) return [noProcess()];
  const tooMuch = sizeProblems(processes);
  return tooMuch.length > 0 ? tooMuch : brokenConstraints(root, processes);
}

function sizeProblems(processes: readonly ModdleElement[]): readonly Diagnostic[] {
  const isNode = ({ $type }: ModdleElement): boolean => $type !== 'bpmn:SequenceFlow';
  const nodes = processes.flatMap(flowElementsIn).filter(isNode).length;
  if (nodes > mostNodes) return processes.slice(0, 1).map((process) => tooManyNodes(process, nodes));
  return processes.filter((process) => scopeDepth(process) > deepestScope).map(tooDeep);
}

// A global task is called as a process is.
const hasGlobalTask = (root: ModdleElement): boolean =>
  elementsOf(root, 'rootElements').some(({ $type }) => /^bpmn:Global\w*Task$/.test($type));

const noProcess = (): Diagnostic =>
  error('no-process', null, {
    message: 'Expected a process with isExecutable="true", but there is none',
    melding: 'Filen har ingen prosess som kan kjøres. Sett isExecutable="true" på prosessen.',
  });

const tooManyNodes = (process: ModdleElement, count: number): Diagnostic =>
  error('too-many-nodes', idOfElement(process), {
    message: `Expected at most ${mostNodes} nodes in a document, but got ${count}`,
    melding: `Filen har ${count} elementer. Del den i flere filer (høyst ${mostNodes}).`,
  });

const tooDeep = (process: ModdleElement): Diagnostic =>
  error('too-deep', idOfElement(process), {
    message: `Expected sub-processes at most ${deepestScope} levels deep`,
    melding: `Delprosessene ligger for dypt inni hverandre (høyst ${deepestScope} nivåer). Bruk en kalt prosess.`,
  });
