const moment = new Intl.DateTimeFormat('nb-NO', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Oslo',
});

/** An instant as people in Norway write it, in their time zone. */
export const momentText = (instant: string): string => moment.format(new Date(instant)).replace(',', '');

/** Rows under their headings, in columns as wide as their widest cell. */
export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows].map((line) => line.map(harmless));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Text of one line: what comes from a case must not steer the terminal that shows it. */
export const harmless = (cell: string): string => cell.replaceAll(/\p{C}+/gu, ' ');
