import type { TimerSchedule } from '../../definition/event-definition.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { scheduleOf } from './schedule-of.js';

/** A start event that starts instances by the clock. */
export interface StartTimer {
  readonly startEvent: string;
  readonly schedule: TimerSchedule;
}

/** The timer start events of a process; whoever deploys it must schedule them (BPMN 2.0.2 §10.5.2). */
export function startTimersOf(definition: UnversionedDefinition): readonly StartTimer[] {
  const root = definition.scopes.get(definition.key);
  return (root?.startEvents ?? []).flatMap((startEvent) => {
    const node = definition.nodes.get(startEvent);
    const schedule = node && scheduleOf(node);
    return schedule === undefined ? [] : [{ startEvent, schedule }];
  });
}
