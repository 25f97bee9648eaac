import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../shared/time.js';
import type { Deadline } from './deadline-dates.js';
import { rawDueOn } from './deadline.js';
import type { DeadlineRule } from './deadline-rule.js';
import { dayOffName } from './holidays.js';

const kindText: Readonly<Record<DeadlineRule['kind'], string>> = {
  right: 'Dette er en rettighet for innbyggeren.',
  authority: 'Dette er en plikt for kommunen.',
  guidance: 'Dette følger av veiledning.',
  local: 'Dette er kommunens egen frist.',
};

/** A date as people read it in Norwegian, e.g. `torsdag 24. desember 2026`. */
export function norwegianDate(on: LocalDate): string {
  return Temporal.PlainDate.from(on).toLocaleString('nb-NO', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The length of a rule in Norwegian words, e.g. `3 uker`, `1 måned`, `5 virkedager`. */
export function lengthText(rule: DeadlineRule): string {
  if ('workingDays' in rule.length) return counted(rule.length.workingDays, 'virkedag', 'virkedager');
  const { years, months, weeks, days } = Temporal.Duration.from(rule.length.period);
  const parts = [
    years > 0 ? counted(years, 'år', 'år') : '',
    months > 0 ? counted(months, 'måned', 'måneder') : '',
    weeks > 0 ? counted(weeks, 'uke', 'uker') : '',
    days > 0 ? counted(days, 'dag', 'dager') : '',
  ];
  return parts.filter((part) => part !== '').join(' og ');
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** “Hvorfor denne datoen”: the rule, the start, the count, each move off a day that is no working day. One sentence each. */
export function explainDeadline(rule: DeadlineRule, deadline: Deadline): readonly string[] {
  const rawOn = rawDueOn(rule, deadline.startOn);
  const dayOff = dayOffName(rawOn);
  return [
    `Regel ${rule.id}: ${rule.name} (${rule.law}).`,
    kindText[rule.kind],
    ...countText(rule, deadline.startOn, rawOn),
    ...(dayOff === undefined || rule.rounding === 'none' ? [] : [moveText(rule, deadline, dayOff)]),
    ...(deadline.legalOn === deadline.dueOn
      ? []
      : [`Loven gir tid til ${norwegianDate(deadline.legalOn)}. Vi arbeider mot den tidligste datoen.`]),
    `Fristen går ut ved midnatt, når ${norwegianDate(deadline.dueOn)} er slutt.`,
  ];
}

// A rule of no length falls on the very day it is counted from: a meeting, a date that was promised.
function countText(rule: DeadlineRule, startOn: LocalDate, rawOn: LocalDate): readonly string[] {
  if (rawOn === startOn) return [`Fristen er dagen selv: ${norwegianDate(startOn)}.`];
  return [
    `Fristen er ${lengthText(rule)} og regnes fra ${norwegianDate(startOn)}. Startdagen telles ikke med.`,
    `Det gir ${norwegianDate(rawOn)}.`,
  ];
}

function moveText(rule: DeadlineRule, deadline: Deadline, dayOff: string): string {
  const direction = rule.rounding === 'forward' ? 'fram til neste' : 'tilbake til siste';
  const name = dayOff === 'lørdag' || dayOff === 'søndag' ? `en ${dayOff}` : dayOff;
  return `Den dagen er ${name}. Derfor flyttes fristen ${direction} virkedag: ${norwegianDate(deadline.dueOn)}.`;
}
