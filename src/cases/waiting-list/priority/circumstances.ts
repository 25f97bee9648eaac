import { daysBetween, isLocalDate, localDateOf } from '../../../engine/index.js';
import type { WaitingListEntry } from '../../../runtime/case-ports.js';
import type { JsonObject } from '../../../shared/json.js';
import type { LocalDate } from '../../../shared/time.js';

/** What is known of somebody who waits and counts in the priority key. The words are those that the person is shown. */
export const circumstances = [
  { id: 'utenTakINatt', condition: 'A', kind: 'boolean', text: 'Har ikke et sted å sove i natt' },
  { id: 'paragraf27Siden', condition: 'A', kind: 'date', text: 'Bor midlertidig etter § 27 siden' },
  { id: 'utrygtNa', condition: 'B', kind: 'boolean', text: 'Bor utrygt nå' },
  { id: 'barnIHusstanden', condition: 'C', kind: 'boolean', text: 'Har barn i husstanden' },
  { id: 'utskrivesOn', condition: 'D', kind: 'date', text: 'Skal skrives ut fra institusjon' },
  { id: 'uegnetBolig', condition: 'E', kind: 'boolean', text: 'Boligen er dårlig for helsa' },
  { id: 'boligenAvvikles', condition: 'F', kind: 'boolean', text: 'Boligen skal avvikles' },
] as const;

/** Takes out of what a form or a message gives what counts in the priority key; what is of the wrong kind is left out. */
export function circumstancesIn(given: JsonObject): JsonObject {
  const known = circumstances.flatMap(({ id, kind }) => {
    const value = given[id];
    const fits = kind === 'boolean' ? typeof value === 'boolean' : typeof value === 'string' && isLocalDate(value);
    return value !== undefined && (fits || value === null) ? [[id, value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Since when somebody has waited: the day of the decision that gave the right to a home, unless the list has an earlier one. */
export function waitingSince({ enteredAt, need }: Pick<WaitingListEntry, 'enteredAt' | 'need'>): LocalDate {
  const enteredOn = localDateOf(enteredAt);
  const { vedtakOn } = need;
  return typeof vedtakOn === 'string' && isLocalDate(vedtakOn) && vedtakOn < enteredOn ? vedtakOn : enteredOn;
}

/**
 * The inputs A to H of the priority key (domain register P6) of an entry on a day; null where nobody has said. How often somebody calls
 * is not among them.
 */
export function keyInputs(
  entry: Pick<WaitingListEntry, 'enteredAt' | 'need' | 'circumstances'>,
  { on, fitsVacancy }: { readonly on: LocalDate; readonly fitsVacancy: boolean | null },
): JsonObject {
  const { utenTakINatt, paragraf27Siden, utrygtNa, barnIHusstanden, utskrivesOn, uegnetBolig, boligenAvvikles } =
    entry.circumstances;
  return {
    utenTakINatt: utenTakINatt ?? null,
    dagerParagraf27: isDate(paragraf27Siden) ? daysBetween(paragraf27Siden, on) : null,
    utrygtNa: utrygtNa ?? null,
    barnIHusstanden: barnIHusstanden ?? null,
    dagerTilUtskriving: isDate(utskrivesOn) ? daysBetween(on, utskrivesOn) : null,
    uegnetBolig: uegnetBolig ?? null,
    boligenAvvikles: boligenAvvikles ?? null,
    ventetDager: daysBetween(waitingSince(entry), on),
    passerLedigBolig: fitsVacancy,
  };
}

const isDate = (value: unknown): value is LocalDate => typeof value === 'string' && isLocalDate(value);
