import { unreachable } from '../../../shared/unreachable.js';
import type { Decision } from './decision.js';
import type { EventCommand } from './event-command.js';
import { receiveSignal } from './receive-signal.js';
import { escalateFromWork, throwErrorFromWork } from './throw-from-work.js';
import { escalateInCaller, throwErrorInCaller } from './throw-in-caller.js';
import { triggerElement } from './trigger-element.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when something happens to a process that nobody's work brings about. */
export function decideEvent(work: WorkingCopy, command: EventCommand): Decision {
  switch (command.type) {
    case 'ThrowError':
      return throwErrorFromWork(work, command);
    case 'Escalate':
      return escalateFromWork(work, command);
    case 'ThrowErrorInCaller':
      return throwErrorInCaller(work, command);
    case 'EscalateInCaller':
      return escalateInCaller(work, command);
    case 'ReceiveSignal':
      return receiveSignal(work, command);
    case 'TriggerElement':
      return triggerElement(work, command);
    default:
      return unreachable(command);
  }
}
