import type { EventTrigger, TimerSchedule } from '../../definition/event-definition.js';
import type { FlowNode } from '../../definition/flow-node.js';
import { cronSign, parseCron, type Cron } from '../../../shared/cron.js';
import { error, warning, type Diagnostic } from '../../xml/diagnostic.js';
import { isCycle, isDate, isDayOffset, isDuration, periodOf, secondsOf } from '../iso-texts.js';
import { writtenTime } from '../read/read-timer.js';
import { isStrict, type ProcessRule } from './rule.js';

const example = { date: '2026-12-24T08:00', duration: 'P3W', cycle: 'R/P1D' };

type Kind = keyof typeof example;

// In production a shorter timer is a mistake, and would keep everybody busy.
const shortest = 60;

/** Times that are written out are ISO 8601 (BPMN 2.0.2 §10.5.5) and not so short that they never let go. */
export const validTimes: ProcessRule = ({ key, nodes, hint: { attention } }, known) => [
  ...(attention === undefined || isWholeDays(attention) ? [] : [wrongAttention(key, attention)]),
  ...[...nodes.values()].flatMap((node) => checkWait(node, attention)),
  ...[...nodes.values()].flatMap((node) =>
    ('trigger' in node ? schedulesIn(node.trigger) : []).flatMap((schedule) =>
      checkSchedule(node, schedule, isStrict(known) ? shortest : 0),
    ),
  ),
];

const isWholeDays = (text: string): boolean => text.startsWith('P') && isDayOffset(text) && secondsOf(text) > 0;

const wrongAttention = (process: string, written: string): Diagnostic =>
  error('attention', process, {
    message: `Expected 'attention' of '${process}' to be days, weeks, months or years, at a wait a year at most, but got '${written}'`,
    melding: `Hvor ofte noen skal se på saken, skrives som dager eller uker, for eksempel «P7D» (på et steg høyst ett år), ikke «${written}».`,
  });

// A wait may be left alone for long, and never for good.
const longestAlone = 'P1Y';

function checkWait({ id, hint }: FlowNode, usual: string | undefined): readonly Diagnostic[] {
  if (hint.attention === undefined) return [];
  if (!isWholeDays(hint.attention) || secondsOf(hint.attention) > secondsOf(longestAlone))
    return [wrongAttention(id, hint.attention)];
  return usual === undefined ? [attentionWithoutProcess(id)] : [];
}

const attentionWithoutProcess = (node: string): Diagnostic =>
  error('attention', node, {
    message: `Expected the process of '${node}' to say how often somebody looks at a case, but only '${node}' has 'attention'`,
    melding: 'Prosessen må si hvor ofte noen skal se på saken, før et steg kan si noe annet.',
  });

function schedulesIn(trigger: EventTrigger): readonly TimerSchedule[] {
  if (trigger.kind === 'multiple') return trigger.triggers.flatMap(schedulesIn);
  return trigger.kind === 'timer' ? [trigger.schedule] : [];
}

function checkSchedule(node: FlowNode, schedule: TimerSchedule, least: number): readonly Diagnostic[] {
  if (schedule.kind === 'deadline') {
    return schedule.shift === undefined || isDayOffset(schedule.shift) ? [] : [wrongShift(node.id, schedule.shift)];
  }
  const once = schedule.kind === 'cycle' && !mayRepeat(node) ? [cycleOnce(node.id)] : [];
  const written = writtenTime(schedule.expression);
  if (written === undefined) return once;
  if (!isValid(schedule.kind, written)) return [wrongTime(node.id, schedule.kind, written)];
  return isTooShort(schedule.kind, written, least) ? [tooShort(node.id, written)] : once;
}

function isValid(kind: Kind, written: string): boolean {
  if (kind === 'date') return isDate(written);
  return kind === 'duration' ? isDuration(written) : isCycle(written) || cronIn(written) !== undefined;
}

// Cron is what dialects write; the sign in front tells it from a slip of the pen.
const cronIn = (written: string): Cron | undefined =>
  cronSign.test(written) ? parseCron(written.replace(cronSign, '')) : undefined;

// A repetition without any time between is never done ringing, whoever asks.
function isTooShort(kind: Kind, written: string, least: number): boolean {
  const cron = kind === 'cycle' ? cronIn(written) : undefined;
  if (cron !== undefined) return least > 0 && cron.seconds.length > 1;
  if (kind === 'cycle') return secondsOf(periodOf(written)) < Math.max(least, 1);
  return kind === 'duration' && secondsOf(written) < least;
}

const mayRepeat = (node: FlowNode): boolean =>
  (node.kind === 'startEvent' && node.interrupting !== true) || (node.kind === 'boundaryEvent' && !node.interrupting);

const wrongTime = (node: string, kind: Kind, written: string): Diagnostic =>
  error('invalid-time', node, {
    message: `Expected the timer of '${node}' to have an ISO 8601 ${kind} like '${example[kind]}', but got '${written}'`,
    melding: `Tiden «${written}» er ikke gyldig. Skriv for eksempel «${example[kind]}», eller et uttrykk som begynner med =.`,
  });

const tooShort = (node: string, written: string): Diagnostic =>
  error('timer-too-short', node, {
    message: `Expected the timer of '${node}' to leave at least a minute, but got '${written}'`,
    melding: `Tiden «${written}» er for kort. Bruk minst ett minutt (PT1M).`,
  });

const cycleOnce = (node: string): Diagnostic =>
  warning('invalid-cycle', node, {
    message: `Expected timer '${node}' to ring once, but it repeats: only its first ring counts`,
    melding: 'Bare starthendelser og hendelser som ikke avbryter, kan gjentas. Bruk en varighet eller en dato.',
  });

const wrongShift = (node: string, shift: string): Diagnostic =>
  error('invalid-time', node, {
    message: `Expected boligflyt:shift of '${node}' to count days like '-P7D', but got '${shift}'`,
    melding: `Forskyvningen «${shift}» er ikke gyldig. Skriv for eksempel «-P7D» for en uke før fristen.`,
  });
