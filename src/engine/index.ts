// The engine's only door: everything outside src/engine imports from here.
export type * from './definition/flow-node.js';
export type * from './definition/process-definition.js';
export type * from './definition/sequence-flow.js';
export type * from './calendar/deadline-rule.js';
export type * from './instance/command.js';
export type * from './instance/decision.js';
export type * from './instance/effect.js';
export type * from './instance/process-event.js';
export type * from './instance/process-instance.js';
export { boligflytModdle } from './bpmn/boligflyt-moddle.js';
export { computeDeadline, deadlineEventAt, ruleInForce, rungsOf } from './calendar/deadline.js';
export { explainDeadline, lengthText, norwegianDate } from './calendar/explain-deadline.js';
export { dayOffName, nearestWorkingDay } from './calendar/holidays.js';
export { instantOf, localDateOf } from './calendar/oslo-time.js';
export { addDuration, addPeriod, addWorkingDays, daysBetween } from './calendar/period.js';
export { nextRing, parseCycle, parseTimerDate } from './calendar/timer.js';
