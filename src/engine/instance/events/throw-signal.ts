import type { JsonObject } from '../../../shared/json.js';
import type { Id } from '../../../shared/id.js';
import type { FeelText } from '../../definition/activity-parts.js';
import { evaluateText } from '../flow/feel-text.js';
import type { Problem } from '../flow/problem.js';
import { hearSubscription } from './satisfy-wait.js';
import { recordThrown, sightOf, type Thrower } from './thrower.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Sends a signal (BPMN 2.0.2 §10.5.5): what waits for it in this instance hears it now, the others after the commit. */
export function throwSignal(
  work: WorkingCopy,
  thrower: Thrower,
  sent: { readonly signal: FeelText; readonly variables: JsonObject },
): Problem | undefined {
  const { variables } = sent;
  const signal = evaluateText(sent.signal, sightOf(work, thrower));
  if (!signal.ok) return signal.problem;

  recordThrown(work, thrower, { kind: 'signal', name: signal.value });
  const thrown = { signalId: work.nextId<'Signal'>(), node: thrower.node, signal: signal.value, variables };
  work.record({ type: 'SignalThrown', ...thrown });
  hearSignal(work, signal.value, variables);
  return undefined;
}

/** Lets everything hear a signal that waits for it at this moment; answers whether anything did. */
export function hearSignal(work: WorkingCopy, signal: string, variables: JsonObject): boolean {
  const listening = listenersTo(work, signal);
  for (const id of listening) {
    // One that heard it before may have ended what this one stood in.
    const subscription = work.instance().subscriptions.get(id);
    if (subscription !== undefined) hearSubscription(work, subscription, variables);
  }
  return listening.length > 0;
}

function listenersTo(work: WorkingCopy, signal: string): readonly Id<'Subscription'>[] {
  const subscriptions = [...work.instance().subscriptions.values()];
  return subscriptions.filter((one) => one.kind === 'signal' && one.signal === signal).map(({ id }) => id);
}
