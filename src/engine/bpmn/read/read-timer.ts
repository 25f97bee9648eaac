import type { TimerSchedule } from '../../definition/event-definition.js';
import { checkExpression } from '../../expression/check-expression.js';
import { bodyOf, feelAttribute, feelOf, present, textOf, type ModdleElement } from '../document/moddle-element.js';

/** The schedule of a timer event definition; undefined when it says nothing or more than one thing. */
export function readTimer(timer: ModdleElement): TimerSchedule | undefined {
  const written = [readDeadlineTimer(timer), readDate(timer), readDuration(timer), readCycle(timer)].filter(
    (schedule) => schedule !== undefined,
  );
  return written.length === 1 ? written[0] : undefined;
}

function readDeadlineTimer(timer: ModdleElement): TimerSchedule | undefined {
  const rule = textOf(timer, 'deadline');
  if (rule === undefined) return undefined;
  return {
    kind: 'deadline',
    deadline: { rule, ...present('from', feelAttribute(timer, 'from')) },
    ...present('shift', textOf(timer, 'shift')),
  };
}

function readDate(timer: ModdleElement): TimerSchedule | undefined {
  const body = bodyOf(timer, 'timeDate');
  return body === undefined ? undefined : { kind: 'date', expression: timeOf(body) };
}

function readDuration(timer: ModdleElement): TimerSchedule | undefined {
  const body = bodyOf(timer, 'timeDuration');
  return body === undefined ? undefined : { kind: 'duration', expression: timeOf(body) };
}

const misfires = ['one', 'all', 'none'] as const;

function readCycle(timer: ModdleElement): TimerSchedule | undefined {
  const body = bodyOf(timer, 'timeCycle');
  if (body === undefined) return undefined;
  const rounding = textOf(timer, 'rounding');
  const known = rounding === 'forward' || rounding === 'backward' ? rounding : undefined;
  const misfire = misfires.find((policy) => policy === textOf(timer, 'misfire'));
  return { kind: 'cycle', expression: timeOf(body), ...present('rounding', known), ...present('misfire', misfire) };
}

// Plain text (`P21D`) becomes a FEEL text, so that the engine meets one kind of thing; FEEL may come without its `=`.
function timeOf(body: string): string {
  if (body.startsWith('=')) return feelOf(body);
  const isWritten = /^[+-]?P(\d|T|$)|^R\d*\/|^cron\s|^\d/.test(body);
  return isWritten || checkExpression(body, { mayAskTime: true }) !== undefined ? JSON.stringify(body) : body;
}

/** The ISO text of a schedule that is written out; undefined when it is computed by an expression. */
export function writtenTime(expression: string): string | undefined {
  return /^"([^"\\]*)"$/.exec(expression)?.[1];
}
