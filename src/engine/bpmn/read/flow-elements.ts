import { elementsOf, type ModdleElement } from '../document/moddle-element.js';
import type { ReadOptions } from './read-options.js';

/** The processes of a document that are meant to run; drawings of others' processes are left alone. */
export function executableProcesses(
  root: ModdleElement,
  { nonExecutable }: ReadOptions = {},
): readonly ModdleElement[] {
  const processes = elementsOf(root, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
  const executable = processes.filter((process) => process.get('isExecutable') === true);
  if (executable.length > 0 || nonExecutable !== 'run') return executable;
  return processes.filter((process) => flowElementsIn(process).length > 0);
}

/** Every flow element in a process, also inside its sub-processes, in the order in which they are written. */
export function flowElementsIn(container: ModdleElement): readonly ModdleElement[] {
  return elementsOf(container, 'flowElements').flatMap((element) => [element, ...flowElementsIn(element)]);
}

/** How deep sub-processes stand inside each other: 1 for a process without any. */
export function scopeDepth(container: ModdleElement): number {
  const inner = elementsOf(container, 'flowElements').filter((element) => element.get('flowElements') !== undefined);
  return 1 + Math.max(0, ...inner.map(scopeDepth));
}
