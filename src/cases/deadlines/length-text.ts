import { parsePeriod, type DeadlineLength } from '../../engine/index.js';
import { fillTemplate } from '../fill-template.js';
import type { ExplanationTexts, ExplanationWords } from './explanation-texts.js';

/** The length of a deadline in words, e.g. `3 uker`, `1 måned`, `5 virkedager`, `6 måneder før`. */
export function lengthText(length: DeadlineLength, { texts, language }: ExplanationWords): string {
  const { lengde } = texts;
  if ('fixedOn' in length) return fillTemplate(lengde.fixed, { dato: length.fixedOn }, language);
  if ('hours' in length) return counted(length.hours, lengde.hour);
  if ('workingDays' in length) return counted(length.workingDays, lengde.workingDay);
  const period = parsePeriod(length.period);
  const text = period === undefined ? length.period : partsText(period.abs(), lengde);
  if (length.to === 'monthEnd') return fillTemplate(lengde['month-end'], { lengde: text }, language);
  return period?.sign === -1 ? fillTemplate(lengde.before, { lengde: text }, language) : text;
}

type Parts = Readonly<Record<'years' | 'months' | 'weeks' | 'days', number>>;

function partsText({ years, months, weeks, days }: Parts, lengde: ExplanationTexts['lengde']): string {
  const parts = [
    [years, lengde.year],
    [months, lengde.month],
    [weeks, lengde.week],
    [days, lengde.day],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  return said.length === 0 ? lengde['same-day'] : said.join(` ${lengde.and} `);
}

/** A number with its noun: `1 dag`, `3 dager`. */
export const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${count} ${count === 1 ? one : many}`;
