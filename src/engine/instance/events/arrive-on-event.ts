import type { JsonObject } from '../../../shared/json.js';
import { takeResults } from '../flow/complete-element.js';
import { standInFor } from '../flow/pass-node.js';
import type { Token } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import { writeVariables } from '../flow/write-variables.js';

/**
 * Hands a token that was put on an event that has occurred what the event brought. The token enters the event as one
 * that has nothing left to wait for: what the event maps is kept with it until then, everything else is the process's.
 */
export function bringToEvent(work: WorkingCopy, token: Token, variables: JsonObject): void {
  const node = nodeOf(work, token.node);
  const waits = node.kind === 'receiveTask' || node.kind === 'intermediateCatchEvent';
  if (!waits && !('outputs' in node && node.outputs !== undefined)) {
    return writeVariables(work, variables, { from: token.scopeInstanceId, home: 'process' });
  }
  const element = standInFor(work, token, 'completing');
  work.record({ type: 'ElementActivated', element });
  takeResults(work, element, variables);
}
