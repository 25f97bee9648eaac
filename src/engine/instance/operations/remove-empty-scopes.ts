import { innerScope } from '../../definition/inner-scope.js';
import { cancelElement } from './cancel-by-hand.js';
import type { ElementInstance } from '../state/process-instance.js';
import { rootOf } from '../flow/read-variables.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** The scopes that rest without anything in them, such as an ad-hoc sub-process that waits to be told what to do. */
export const restingScopes = (work: WorkingCopy): ReadonlySet<ElementInstance['id']> =>
  new Set([...work.instance().elements.values()].filter((one) => isEmptyScope(work, one)).map(({ id }) => id));

/** Removes every scope that was left without anything in it, from the inside out; `kept` are empty for a reason of their own. */
export function removeEmptyScopes(
  work: WorkingCopy,
  kept: ReadonlySet<ElementInstance['id']>,
): 'nothing-left' | 'alive' {
  const root = rootOf(work.instance());
  const isLeft = (one: ElementInstance): boolean => one.id !== root.id && !kept.has(one.id) && isEmptyScope(work, one);
  for (;;) {
    const empty = [...work.instance().elements.values()].find(isLeft);
    if (empty === undefined) break;
    cancelElement(work, empty);
  }
  if (kept.has(root.id) || !isEmpty(work, root)) return 'alive';
  cancelElement(work, root);
  return 'nothing-left';
}

function isEmptyScope(work: WorkingCopy, element: ElementInstance): boolean {
  if (element.phase !== 'activated' || element.multiInstance !== undefined) return false;
  return innerScope(work.world.process.definition, element.node) !== undefined && isEmpty(work, element);
}

const isEmpty = (work: WorkingCopy, { id }: ElementInstance): boolean =>
  work.groups().tokens.of(id).length === 0 && work.groups().children.of(id).length === 0;
