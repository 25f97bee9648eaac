import type { CompleteCalledProcess } from './command.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** The call activity that waits for a called process, or undefined when none does under this id, or for another one by now. */
export function waitingCall(
  work: WorkingCopy,
  { elementInstanceId: id, calledInstanceId }: Pick<CompleteCalledProcess, 'elementInstanceId' | 'calledInstanceId'>,
): ElementInstance | undefined {
  const { elements, incidents } = work.instance();
  const element = elements.get(id);
  const isStuck = [...incidents.values()].some((incident) => incident.elementInstanceId === id);
  const isMeant = calledInstanceId === undefined || element?.calledInstanceId === calledInstanceId;
  const isWaiting = element?.calledInstanceId !== undefined && element.phase === 'activated' && !isStuck;
  return isWaiting && isMeant ? element : undefined;
}
