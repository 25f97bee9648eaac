import { escapeValue } from '../xml/xml-text.js';
import type { Box, Point } from './diagram-xml.js';

type Values = Readonly<Record<string, string | number>>;

const rounded = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeValue(value);

/** One SVG element. */
export function tag(name: string, attributes: Values, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${rounded(value)}"`);
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** A path through points, closed if it is to be filled. */
export const path = (points: readonly Point[], attributes: Values, isClosed = false): string =>
  tag('path', {
    d: `${points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join(' ')}${isClosed ? ' Z' : ''}`,
    ...attributes,
  });

const lineHeight = 14;

/** Text in lines that fit a width, in the middle of a box or from its top. */
export function textIn(text: string, box: Box, from: 'middle' | 'top' = 'middle'): string {
  const lines = linesOf(text, Math.max(3, Math.floor(Math.max(box.width, 60) / 6.5)));
  if (lines.length === 0) return '';
  const most = Math.max(1, Math.floor(box.height / lineHeight));
  const shown = from === 'middle' ? lines.slice(0, most) : lines;
  const middle = box.y + box.height / 2 - ((shown.length - 1) * lineHeight) / 2 + 4;
  const first = from === 'middle' ? middle : box.y + lineHeight - 2;
  const spans = shown.map((line, at) =>
    tag('tspan', { x: box.x + box.width / 2, y: first + at * lineHeight }, escapeValue(line)),
  );
  return tag('text', { 'text-anchor': 'middle', class: 'tekst' }, spans.join(''));
}

function linesOf(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean).slice(0, 200)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
