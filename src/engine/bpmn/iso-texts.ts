const time = String.raw`(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d{1,9})?S)?|(?:\d+H)?\d+[.,]\d{1,9}M|\d+[.,]\d{1,9}H`;
const duration = new RegExp(String.raw`^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:${time}))?$`);
const signedDays = /^[+-]?P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;
const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

const secondsIn: Readonly<Record<string, number>> = {
  Y: 31_557_600,
  M: 2_629_800,
  W: 604_800,
  D: 86_400,
  TH: 3_600,
  TM: 60,
  TS: 1,
};

// A thousand years: longer is a slip of the finger, and no calendar reaches there.
const longest = 1_000 * 31_557_600;

/** About how many seconds a length of time in ISO 8601 is; months and years at their mean length. */
export function secondsOf(text: string): number {
  const [days = '', hours = ''] = text.replace('P', '').split('T');
  const sum = (part: string, prefix: string): number =>
    [...part.matchAll(/(\d+(?:[.,]\d+)?)([YMWDHS])/g)].reduce(
      (seconds, [, number = '0', unit = '']) =>
        seconds + Number(number.replace(',', '.')) * (secondsIn[`${prefix}${unit}`] ?? 0),
      0,
    );
  return sum(days, '') + sum(hours, 'T');
}

/** Whether a text is a length of time in ISO 8601, e.g. `P3W` or `PT4H`. */
export const isDuration = (text: string): boolean => duration.test(text) && secondsOf(text) <= longest;

/** Whether a text is a number of days, weeks, months or years before or after a date, e.g. `-P7D`. */
export const isDayOffset = (text: string): boolean => signedDays.test(text);

/** Whether a text is a date or a time in ISO 8601, e.g. `2026-12-24` or `2026-12-24T08:00`. */
export function isDate(text: string): boolean {
  const found = date.exec(text);
  if (found === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isDay && hour <= 24 && minute <= 59 && second <= 60;
}

/** Whether a text is a repetition in ISO 8601, e.g. `R/P1D`, `R3/2026-01-05T08:00/P1W` or `R3/P1W/2026-02-05T08:00`. */
export function isCycle(text: string): boolean {
  const [repeat = '', ...rest] = text.split('/');
  const bounds = rest.filter((part) => !part.startsWith('P'));
  const isRepetition = /^R\d{0,9}$/.test(repeat) && rest.length >= 1 && rest.length <= 2;
  return isRepetition && rest.length === bounds.length + 1 && isDuration(periodOf(text)) && bounds.every(isDate);
}

/** The length of time after which a repetition in ISO 8601 repeats. */
export const periodOf = (text: string): string => text.split('/').find((part) => part.startsWith('P')) ?? '';
