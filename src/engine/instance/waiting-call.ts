import type { Id } from '../../shared/id.js';
import type { ElementInstance } from './process-instance.js';
import type { WorkingCopy } from './working-copy.js';

/** The call activity that waits for a called process, or undefined when none does under this id. */
export function waitingCall(work: WorkingCopy, id: Id<'ElementInstance'>): ElementInstance | undefined {
  const { elements, incidents } = work.instance();
  const element = elements.get(id);
  const isStuck = [...incidents.values()].some((incident) => incident.elementInstanceId === id);
  const isWaiting = element?.calledInstanceId !== undefined && element.phase === 'activated' && !isStuck;
  return isWaiting ? element : undefined;
}
