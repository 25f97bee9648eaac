import type { TimerSchedule } from '../../definition/event-definition.js';
import type { FlowNode } from '../../definition/flow-node.js';
import { error, type Diagnostic } from '../diagnostic.js';
import { isCycle, isDate, isDayOffset, isDuration } from '../iso-texts.js';
import { writtenTime } from '../read-timer.js';
import { scheduleOf } from '../schedule-of.js';
import type { ProcessRule } from './rule.js';

const example = { date: '2026-12-24T08:00', duration: 'P3W', cycle: 'R/P1D' };

/** Times that are written out are ISO 8601 (BPMN 2.0.2 §10.5.5.14), and repeat only where something may repeat. */
export const validTimes: ProcessRule = ({ nodes }) =>
  [...nodes.values()].flatMap((node) => {
    const schedule = scheduleOf(node);
    return schedule === undefined ? [] : checkSchedule(node, schedule);
  });

function checkSchedule(node: FlowNode, schedule: TimerSchedule): readonly Diagnostic[] {
  if (schedule.kind === 'deadline') {
    return schedule.shift === undefined || isDayOffset(schedule.shift) ? [] : [wrongShift(node.id, schedule.shift)];
  }
  if (schedule.kind === 'cycle' && !mayRepeat(node)) return [wrongCycle(node.id)];

  const written = writtenTime(schedule.expression);
  return written === undefined || isValid(schedule.kind, written) ? [] : [wrongTime(node.id, schedule.kind, written)];
}

function isValid(kind: 'date' | 'duration' | 'cycle', written: string): boolean {
  if (kind === 'date') return isDate(written);
  return kind === 'duration' ? isDuration(written) : isCycle(written);
}

const mayRepeat = (node: FlowNode): boolean =>
  node.kind === 'startEvent' || (node.kind === 'boundaryEvent' && !node.interrupting);

const wrongTime = (node: string, kind: 'date' | 'duration' | 'cycle', written: string): Diagnostic =>
  error('invalid-time', node, {
    message: `Expected the timer of '${node}' to have an ISO 8601 ${kind} like '${example[kind]}', but got '${written}'`,
    melding: `Tiden «${written}» er ikke gyldig. Skriv for eksempel «${example[kind]}», eller et uttrykk som begynner med =.`,
  });

const wrongCycle = (node: string): Diagnostic =>
  error('invalid-cycle', node, {
    message: `Expected timer '${node}' to ring once, but it repeats`,
    melding: 'Bare starthendelser og hendelser som ikke avbryter, kan gjentas. Bruk en varighet eller en dato.',
  });

const wrongShift = (node: string, shift: string): Diagnostic =>
  error('invalid-time', node, {
    message: `Expected boligflyt:shift of '${node}' to count days like '-P7D', but got '${shift}'`,
    melding: `Forskyvningen «${shift}» er ikke gyldig. Skriv for eksempel «-P7D» for en uke før fristen.`,
  });
