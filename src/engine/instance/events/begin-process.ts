import { enterAll, openScope } from '../activities/open-scope.js';
import type { ElementInstance } from '../state/process-instance.js';
import { runPhase } from '../flow/run-phase.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/**
 * Opens the process itself and lets the tokens that stand in it enter their nodes. What fails leaves the process
 * `activating` with an incident; beginning again opens it anew.
 */
export function beginProcess(work: WorkingCopy, root: ElementInstance): void {
  const { id: elementInstanceId } = root;
  runPhase(
    work,
    () => {
      if (root.phase !== 'activated')
        work.record({ type: 'ElementPhaseChanged', elementInstanceId, phase: 'activated' });
      return openScope(work, root) ?? enterAll(work, root);
    },
    () => ({ ...root, phase: 'activating' }),
  );
}
