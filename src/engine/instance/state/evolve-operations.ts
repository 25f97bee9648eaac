import type { MapEditor } from './map-editor.js';
import { migrated } from './migrated-instance.js';
import type { OperationEvent } from '../facts/operation-event.js';
import type { ProcessInstance, TimerInstance } from './process-instance.js';

/** Folds a fact about what an operator did to the instance as a whole. */
export function evolveOperations(edit: MapEditor, instance: ProcessInstance, event: OperationEvent): ProcessInstance {
  switch (event.type) {
    case 'ProcessInstanceSuspended':
      return { ...instance, suspended: true };
    case 'ProcessInstanceResumed': {
      const { suspended: _suspended, ...active } = instance;
      return active;
    }
    case 'CaseLookedAt':
    case 'ReasonGiven':
    case 'ProcessInstanceModified':
      // A look or a reason moves nothing; what was moved stands in events of its own.
      return instance;
    case 'TimerChanged':
      return {
        ...instance,
        timers: edit.withChanged(instance.timers, event.timerId, (timer) => changedTimer(timer, event)),
      };
    case 'ProcessInstanceMigrated':
      return migrated(edit, { ...instance, definition: event.definition }, event.renamed);
  }
}

type TimerChanged = Extract<OperationEvent, { readonly type: 'TimerChanged' }>;

// However often it is changed, it is told when it was drawn to ring.
const changedTimer = (timer: TimerInstance, { dueAt, reason, by, at }: TimerChanged): TimerInstance => ({
  ...timer,
  dueAt,
  changed: { drawnAt: timer.changed?.drawnAt ?? timer.dueAt, reason, by, at },
});
