import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../shared/time.js';
import { countedOn, pausedOn, rawDueOn } from './count-deadline.js';
import { addDays, daysBetween } from './day-by-day.js';
import type { Deadline, DeadlinePause } from './deadline-dates.js';
import type { DeadlineRule, PauseGround } from './deadline-rule.js';
import { dayOffName } from './holidays.js';
import { counted, lengthText, norwegianDate } from './length-text.js';
import { zone } from './oslo-time.js';

/** One step of “hvorfor denne datoen”: what it is, the sentence for people, and what the sentence is made of. */
export interface DeadlineStep {
  readonly key:
    | 'rule'
    | 'unverified'
    | 'kind'
    | 'fixed'
    | 'same-day'
    | 'start'
    | 'counted'
    | 'paused'
    | 'stopped'
    | 'after-pauses'
    | 'extended'
    | 'moved'
    | 'legal'
    | 'consequence'
    | 'end';
  /** One Norwegian sentence or two. */
  readonly text: string;
  /** The date that the step comes to, or begins at. */
  readonly on?: LocalDate;
  /** By which law or rule the step is taken. */
  readonly law?: string;
  /** Why, in the words of the one who paused or extended; the name of the day off for a move. */
  readonly reason?: string;
  /** How many days the step adds. */
  readonly days?: number;
}

const kindText: Readonly<Record<DeadlineRule['kind'], string>> = {
  right: 'Dette er en rettighet for innbyggeren.',
  authority: 'Dette er en plikt for kommunen.',
  guidance: 'Dette følger av veiledning.',
  local: 'Dette er kommunens egen frist.',
};

/** By which paragraph a clock is stopped, and what that means in Norwegian. */
export const pauseGrounds: Readonly<Record<PauseGround, { readonly law: string; readonly text: string }>> = {
  'party-asks': { law: 'forvaltningslovforskriften § 37', text: 'parten ba om å vente' },
  'party-delay': { law: 'forvaltningslovforskriften § 38', text: 'vi ventet på parten' },
  'others-delay': { law: 'forvaltningslovforskriften § 39', text: 'vi ventet på andre' },
  local: { law: 'kommunens egen regel', text: 'kommunen satte fristen på vent' },
};

/** “Hvorfor denne datoen”: the rule, the start, the count, each pause and extension, each move off a day off, in order. */
export function explainDeadline(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  return [
    { key: 'rule', text: `Regel ${rule.id}: ${rule.name} (${rule.law}).`, on: rule.validFrom, law: rule.law },
    ...(rule.verified ? [] : [{ key: 'unverified', text: 'Lovstedet er ikke kontrollert.', law: rule.law } as const]),
    { key: 'kind', text: kindText[rule.kind] },
    ...countSteps(rule, deadline),
    ...pauseSteps(rule, deadline),
    ...extensionSteps(rule, deadline),
    ...moveSteps(rule, deadline),
    ...legalSteps(rule, deadline),
    endStep(rule, deadline),
    ...(rule.consequence === undefined ? [] : [{ key: 'consequence', text: rule.consequence } as const]),
  ];
}

// A rule of no length falls on the very day it is counted from: a meeting, a date that was promised.
function countSteps(rule: DeadlineRule, { startOn, startAt }: Deadline): readonly DeadlineStep[] {
  const { length, start } = rule;
  if ('fixedOn' in length) {
    const { fixedOn: on } = length;
    return [{ key: 'fixed', text: `Datoen står i regelen: ${norwegianDate(on)}.`, on, law: rule.law }];
  }
  const starts = start === undefined ? '' : `Klokka starter når ${start}. `;
  if ('hours' in length) {
    const at = startAt === undefined ? norwegianDate(startOn) : norwegianTime(startAt);
    const text = `${starts}Fristen er ${lengthText(rule)} og regnes fra ${at}. ${hoursText[length.count]}`;
    return [{ key: 'start', text, on: startOn, law: lawOfHours[length.count] ?? rule.law }];
  }
  const on = countedOn(rule, startOn);
  if (on === startOn) return [{ key: 'same-day', text: `Fristen er dagen selv: ${norwegianDate(on)}.`, on }];
  const text = `${starts}Fristen er ${lengthText(rule)} og regnes fra ${norwegianDate(startOn)}. Startdagen telles ikke med.`;
  return [
    { key: 'start', text, on: startOn, law: 'domstolloven § 148' },
    { key: 'counted', text: `Det gir ${norwegianDate(on)}.`, on, law: 'domstolloven § 148' },
  ];
}

const hoursText = {
  clock: 'Alle timer telles.',
  lawful: 'Timer på søndager og helligdager telles ikke.',
} as const;
const lawOfHours = { clock: undefined, lawful: 'domstolloven § 149 andre ledd' } as const;

function pauseSteps(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  const { pauses = [], startOn } = deadline;
  if (pauses.length === 0) return [];

  const before = countedOn(rule, startOn);
  const on = pausedOn(rule, startOn, deadline);
  const days = daysBetween(before, on);
  const moved = `Fristen flyttes ${counted(days, 'dag', 'dager')}, til ${norwegianDate(on)}.`;
  return [...pauses.map(pauseStep), ...(days === 0 ? [] : [{ key: 'after-pauses', text: moved, on, days } as const])];
}

function pauseStep({ from, to, ground, reason }: DeadlinePause): DeadlineStep {
  const { law, text } = pauseGrounds[ground];
  if (to === undefined) {
    const since = `Klokka har stått siden ${norwegianDate(from)} fordi ${text}: ${reason}. Datoen flyttes når den går igjen.`;
    return { key: 'stopped', text: since, on: from, law, reason };
  }
  const days = daysBetween(from, to);
  const stood = `Klokka sto fra ${norwegianDate(from)} til ${norwegianDate(to)} fordi ${text}: ${reason}.`;
  return { key: 'paused', text: stood, on: from, law, reason, days };
}

function extensionSteps(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  const { extension: law } = rule;
  let on = pausedOn(rule, deadline.startOn, deadline);
  return (deadline.extensions ?? []).map(({ days, reason }) => {
    on = addDays(on, days);
    const text = `Fristen ble forlenget med ${counted(days, 'dag', 'dager')}, til ${norwegianDate(on)}: ${reason}.`;
    return { key: 'extended', text, on, reason, days, ...(law === undefined ? {} : { law }) };
  });
}

function moveSteps(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  if (rule.rounding === 'none' || 'hours' in rule.length) return [];
  const rawOn = rawDueOn(rule, deadline.startOn, deadline);
  const reason = dayOffName(rawOn, rule.calendar);
  if (reason === undefined) return [];

  const direction = rule.rounding === 'forward' ? 'fram til neste' : 'tilbake til siste';
  const name = reason === 'lørdag' || reason === 'søndag' ? `en ${reason}` : reason;
  const { dueOn: on } = deadline;
  const text = `Den dagen er ${name}. Derfor flyttes fristen ${direction} virkedag: ${norwegianDate(on)}.`;
  const law = rule.rounding === 'forward' ? 'domstolloven § 149' : 'kommunens eget mål';
  return [{ key: 'moved', text, on, law, reason }];
}

function legalSteps({ kind }: DeadlineRule, { dueOn, legalOn: on }: Deadline): readonly DeadlineStep[] {
  if (on === dueOn) return [];
  const gives = kind === 'local' ? 'Fristen selv' : 'Loven';
  const text = `${gives} gir tid til ${norwegianDate(on)}. Vi arbeider mot den tidligste datoen.`;
  const law = kind === 'authority' ? 'forvaltningslovforskriften § 41' : 'domstolloven § 149';
  return [{ key: 'legal', text, on, law }];
}

function endStep({ length }: DeadlineRule, { dueOn: on, dueAt }: Deadline): DeadlineStep {
  const end = 'hours' in length ? norwegianTime(dueAt) : `ved midnatt, når ${norwegianDate(on)} er slutt`;
  return { key: 'end', text: `Fristen går ut ${end}.`, on };
}

/** An instant as people read it in Norwegian, e.g. `torsdag 24. desember 2026 klokka 08:00`. */
function norwegianTime(at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return `${norwegianDate(local.toPlainDate().toString())} klokka ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
