import { askDecision, readDecisionTables, readDmn, type WrittenTable } from '../../engine/index.js';

/** What a municipality can choose for such a thing. */
export type ChoiceKind =
  | { readonly kind: 'yes-no' }
  /** One of these days of the week, as FEEL names them («Monday»). */
  | { readonly kind: 'weekday'; readonly days: readonly string[] }
  /** From `least` to `most`, both included; whole numbers. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unit: string };

/** Yes or no, a number in the unit of the choice, or a day of the week. */
export type ChosenValue = boolean | number | string;

/** What a municipality has chosen for something that the processes leave to it. */
export interface LocalChoice {
  /** Id of the decision that gives it, which is also its file's name. */
  readonly id: string;
  readonly question: string;
  /** Why it is left to the municipality, and what follows of it. */
  readonly why: string;
  readonly allowed: ChoiceKind;
  readonly value: ChosenValue;
  /** Why it is as it is. */
  readonly reason: string;
}

/** Under this DMN namespace every decision is a local choice. */
export const choiceNamespace = 'https://boligflyt.no/dmn/lokalt-valg/';

/**
 * The choice that a DMN document gives; undefined where it is none: a table of one row and one output, yes or no, a number between two, or
 * one of some days of the week.
 */
export async function readLocalChoice(dmn: string): Promise<LocalChoice | undefined> {
  const [table] = await readDecisionTables(dmn);
  const reading = await readDmn([dmn]);
  if (
    table === undefined ||
    !reading.ok ||
    !reading.models.some(({ namespace }) => namespace.startsWith(choiceNamespace))
  )
    return undefined;

  const allowed = allowedIn(table);
  const answer = askDecision(reading.models, table.decision, {});
  const value = answer.ok ? answer.value : undefined;
  if (allowed === undefined || !isChosenValue(value)) return undefined;
  return {
    ...{
      id: table.decision,
      question: table.question ?? table.decision,
      why: table.about ?? '',
    },
    ...{ allowed, value, reason: table.rules[0]?.annotations[0] ?? '' },
  };
}

/** Whether the municipality may choose `value`. */
export function mayChoose({ allowed }: Pick<LocalChoice, 'allowed'>, value: ChosenValue): boolean {
  if (allowed.kind === 'yes-no') return typeof value === 'boolean';
  if (allowed.kind === 'weekday') return typeof value === 'string' && allowed.days.includes(value);
  return typeof value === 'number' && Number.isInteger(value) && value >= allowed.least && value <= allowed.most;
}

/** Whether something can be what a municipality has chosen at all. */
export const isChosenValue = (value: unknown): value is ChosenValue =>
  typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';

/** Which day of the week a name is, Monday is 1; 0 for what is none. */
export const weekdayNumber = (name: unknown): number => weekdays.findIndex((day) => day === name) + 1;

/** A value as people say it: «ja», «80 dager», «tirsdag». */
export function valueText({ allowed }: Pick<LocalChoice, 'allowed'>, value: ChosenValue): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  if (allowed.kind === 'weekday') return dayName.format(Date.UTC(2024, 0, weekdayNumber(value)));
  return allowed.kind === 'number' ? `${value} ${allowed.unit}` : String(value);
}

// As FEEL's `day of week` names them (DMN 1.5 §10.3.4.7). The first of January 2024 was a Monday.
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const dayName = new Intl.DateTimeFormat('nb-NO', { weekday: 'long', timeZone: 'UTC' });

function allowedIn({ outputs, rules }: WrittenTable): ChoiceKind | undefined {
  const [output] = outputs;
  if (output === undefined || outputs.length > 1 || rules.length !== 1) return undefined;
  if (output.type === 'boolean') return { kind: 'yes-no' };
  if (output.type === 'string') return daysIn(output.values ?? '');
  const [, least, most] = /^\[(\d+)\.\.(\d+)\]$/.exec(output.values ?? '') ?? [];
  if (output.type !== 'number' || least === undefined || most === undefined) return undefined;
  return { kind: 'number', least: Number(least), most: Number(most), unit: output.label ?? '' };
}

function daysIn(values: string): ChoiceKind | undefined {
  const days = [...values.matchAll(/"([^"]*)"/g)].flatMap(([, name]) => name ?? []);
  return days.length > 1 && days.every((day) => weekdayNumber(day) > 0) ? { kind: 'weekday', days } : undefined;
}
