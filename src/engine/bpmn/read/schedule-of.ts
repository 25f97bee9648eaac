import type { TimerSchedule } from '../../definition/event-definition.js';
import type { FlowNode } from '../../definition/flow-node.js';

/** The schedule of a timer event; undefined for every other node. */
export function scheduleOf(node: FlowNode): TimerSchedule | undefined {
  return 'trigger' in node && node.trigger.kind === 'timer' ? node.trigger.schedule : undefined;
}
