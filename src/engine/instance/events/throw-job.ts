import type { EventResult } from '../../definition/event-definition.js';
import { standInFor } from '../flow/pass-node.js';
import type { Problem } from '../flow/problem.js';
import { openJob } from '../activities/service-task.js';
import { payloadOf, recordThrown, type Thrower } from './thrower.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** Lets a worker do what the event says; the token waits for it on an element. */
export function throwJob(
  work: WorkingCopy,
  thrower: Thrower,
  result: Extract<EventResult, { readonly kind: 'job' }>,
): Problem | undefined {
  const { tokenId, elementInstanceId } = thrower;
  const { tokens, elements } = work.instance();
  const token = tokenId === undefined ? undefined : tokens.get(tokenId);
  const known = elementInstanceId === undefined ? undefined : elements.get(elementInstanceId);
  const element = known ?? (token && standInFor(work, token, 'activated'));
  if (element === undefined) throw new Error(`Expected a token on '${thrower.node}' for its job, but there is none`);

  const payload = payloadOf(work, thrower);
  if (!payload.ok) return payload.problem;

  const activated = { ...element, phase: 'activated', variables: payload.value } as const;
  work.record({ type: 'ElementActivated', element: activated });
  recordThrown(work, thrower, { kind: 'job', name: result.jobType });
  const node = nodeOf(work, thrower.node);
  return openJob(work, activated, { ...result, inputs: ('inputs' in node && node.inputs) || [] });
}
