import type { Misfire } from '../../shared/misfire.js';
import { unreachable } from '../../shared/unreachable.js';
import type { EventTrigger, TimerSchedule } from './event-definition.js';

/** When an event occurs, as the beginning of a Norwegian sentence: `etter fristen D02`, `når «svar» kommer`. */
export function describeTrigger(trigger: EventTrigger): string {
  switch (trigger.kind) {
    case 'none':
      return 'straks';
    case 'message':
      return `når meldingen «${trigger.message}» kommer`;
    case 'timer':
      return describeSchedule(trigger.schedule);
    case 'signal':
      return `når signalet «${trigger.signal}» sendes`;
    case 'conditional':
      return `når ${trigger.condition} blir sant`;
    case 'error':
      return trigger.code === undefined ? 'ved enhver feil' : `ved feilen «${trigger.code}»`;
    case 'escalation':
      return trigger.code === undefined ? 'når noe løftes opp' : `når «${trigger.code}» løftes opp`;
    case 'compensation':
      return 'når det må gjøres om';
    case 'cancel':
      return 'når transaksjonen avbrytes';
    case 'link':
      return `fra lenken «${trigger.link}»`;
    case 'multiple':
      return trigger.triggers.map(describeTrigger).join(trigger.parallel ? ' og ' : ' eller ');
    default:
      return unreachable(trigger);
  }
}

function describeSchedule(schedule: TimerSchedule): string {
  if (schedule.kind === 'deadline') return describeDeadline(schedule.deadline.rule, schedule.shift);
  const { expression } = schedule;
  const written = /^"([^"\\]*)"$/.exec(expression)?.[1];
  if (schedule.kind === 'date') return `på tidspunktet ${written ?? `i «${expression}»`}`;
  if (schedule.kind === 'duration')
    return written === undefined ? `etter tiden i «${expression}»` : `etter ${describeLength(written)}`;
  const often =
    written === undefined ? `gjentatt som i «${expression}»` : describeRepetition(written.split('/').at(-1) ?? '');
  return `${often}${schedule.misfire === undefined ? '' : missed[schedule.misfire]}`;
}

const missed: Readonly<Record<Misfire, string>> = {
  one: '',
  all: ' (det som ble forsinket, tas igjen én for én)',
  none: ' (det som ble forsinket, hoppes over)',
};

function describeDeadline(rule: string, shift: string | undefined): string {
  if (shift === undefined) return `etter fristen ${rule}`;
  if (/^[+-]?P0[DWMY]$/.test(shift)) return `på fristdagen for ${rule}`;
  return `${describeLength(shift.replace(/^[+-]/, ''))} ${shift.startsWith('-') ? 'før' : 'etter'} fristen ${rule}`;
}

function describeRepetition(period: string): string {
  const [, count, letter = ''] = /^P(\d+)([YMWD])$/.exec(period) ?? [];
  const unit = units[letter]?.[0];
  if (unit === undefined) return `hver gang det har gått ${describeLength(period)}`;
  const every = letter === 'Y' ? 'hvert' : 'hver';
  return count === '1' ? `${every} ${unit}` : `${every} ${count}. ${unit}`;
}

const units: Readonly<Record<string, readonly [string, string]>> = {
  Y: ['år', 'år'],
  M: ['måned', 'måneder'],
  W: ['uke', 'uker'],
  D: ['dag', 'dager'],
  TH: ['time', 'timer'],
  TM: ['minutt', 'minutter'],
  TS: ['sekund', 'sekunder'],
};

function describeLength(duration: string): string {
  const [days = '', time = ''] = duration.replace(/^P/, '').split('T');
  const parts = [...partsOf(days, ''), ...partsOf(time, 'T')];
  return parts.length === 0 ? duration : parts.join(' og ');
}

function partsOf(text: string, prefix: string): readonly string[] {
  return [...text.matchAll(/(\d+)([A-Z])/g)].map(([, count = '', letter = '']) => {
    const [one, many] = units[`${prefix}${letter}`] ?? ['', ''];
    return `${count} ${count === '1' ? one : many}`;
  });
}
