import type { ReceiveSignal } from './event-command.js';
import { reject, type Decision } from './decision.js';
import { settle } from './settle.js';
import { hearSignal } from '../events/throw-signal.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when a signal from outside reaches an instance: everything in it that waits for it hears it. */
export function receiveSignal(work: WorkingCopy, { signal, variables }: ReceiveSignal): Decision {
  return hearSignal(work, signal, variables) ? settle(work) : reject({ reason: 'signal-not-awaited', signal });
}
