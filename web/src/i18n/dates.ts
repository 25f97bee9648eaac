const zone = 'Europe/Oslo';
const locale = 'nb-NO';
const dayMs = 86_400_000;

const dateFormat = new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const weekdayFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const isoFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });

/** A calendar date is the same day in every zone: noon keeps it so. */
const moment = (isoText: string): Date => new Date(isoText.length === 10 ? `${isoText}T12:00:00Z` : isoText);

/** “24. desember 2026”. Takes an instant or a calendar date. */
export const formatDate = (isoText: string): string => dateFormat.format(moment(isoText));

/** “torsdag 24. desember 2026”. */
export const formatWeekday = (isoText: string): string => weekdayFormat.format(moment(isoText));

/** “24.12.2026”. */
export const formatShortDate = (isoText: string): string => shortFormat.format(moment(isoText));

/** “24.12.2026, 08:00”, in Norwegian time. */
export const formatTime = (isoText: string): string => timeFormat.format(moment(isoText));

const clockFormat = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });

/** “mandag 23. november 2026 klokka 09:00”, in Norwegian time. */
export const formatMoment = (isoText: string): string =>
  `${formatWeekday(isoText)} klokka ${clockFormat.format(moment(isoText))}`;

const endsDay = (isoText: string): boolean => formatTime(isoText).endsWith('00:00');
const momentBefore = (isoText: string): string => new Date(moment(isoText).getTime() - 1).toISOString();

/** When an alarm goes: “24.12.2026, 08:00”. Midnight belongs to the day that ends: “04.01.2027, 24:00”. */
export const formatAlarm = (isoText: string): string =>
  endsDay(isoText) ? `${formatShortDate(momentBefore(isoText))}, 24:00` : formatTime(isoText);

/** How long something waits: “24.12.2026, 08:00”, or the whole of its last day: “og med 4. januar 2027”. */
export const formatUntil = (isoText: string): string =>
  endsDay(isoText) ? `og med ${formatDate(momentBefore(isoText))}` : formatTime(isoText);

/** The calendar date in Norway at an instant. */
export const dateOf = (isoText: string): string => isoFormat.format(moment(isoText));

/** The Monday of the week of a calendar date. */
export function mondayOf(date: string): string {
  const noon = moment(date);
  const sinceMonday = (noon.getUTCDay() + 6) % 7;
  return new Date(noon.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one calendar date to another; negative when `to` is before `from`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((moment(to).getTime() - moment(from).getTime()) / dayMs);
