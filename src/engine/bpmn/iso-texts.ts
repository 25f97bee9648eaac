const duration = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const signedDays = /^[+-]?P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;
const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Whether a text is a length of time in ISO 8601, e.g. `P3W` or `PT4H`. */
export const isDuration = (text: string): boolean => duration.test(text);

/** Whether a text is a number of days, weeks, months or years before or after a date, e.g. `-P7D`. */
export const isDayOffset = (text: string): boolean => signedDays.test(text);

/** Whether a text is a date or a time in ISO 8601, e.g. `2026-12-24` or `2026-12-24T08:00`. */
export const isDate = (text: string): boolean => date.test(text);

/** Whether a text is a repetition in ISO 8601, e.g. `R/P1D` or `R3/2026-01-05T08:00/P1W`. */
export function isCycle(text: string): boolean {
  const [repeat = '', ...rest] = text.split('/');
  const period = rest.at(-1) ?? '';
  const start = rest.length === 2 ? rest[0] : undefined;
  return /^R\d*$/.test(repeat) && isDuration(period) && rest.length <= 2 && (start === undefined || isDate(start));
}
