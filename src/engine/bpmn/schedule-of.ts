import type { FlowNode, TimerSchedule } from '../definition/flow-node.js';

/** The schedule of a timer event; undefined for every other node. */
export function scheduleOf(node: FlowNode): TimerSchedule | undefined {
  return 'trigger' in node && node.trigger.kind === 'timer' ? node.trigger.schedule : undefined;
}
