import type { XmlElement } from '../../../xml/xml-node.js';
import { cronCycle } from '../cron.js';
import { textIn } from '../dialect-words.js';
import { withText } from '../our-words.js';

/** A cycle written as `cycle(3, duration)`, which is Camunda 8's own function, or as cron; a date with a zone behind its offset. */
export function withZeebeTimer(element: XmlElement): XmlElement {
  const text = textIn(element);
  // ISO 8601 as Java writes it: the offset says the instant, the zone behind it says it again.
  if (element.local === 'timeDate') return withText(element, text.replace(/((?:Z|[+-]\d\d:\d\d))\[[\w/+-]+\]$/, '$1'));
  if (element.local !== 'timeCycle') return element;
  const [, times = '', period] = /^=\s*cycle\(\s*(?:([^,()]+),)?([\s\S]+)\)\s*$/.exec(text) ?? [];
  if (period !== undefined) {
    const repeat = times === '' ? '"R/"' : `"R" + string(${times.trim()}) + "/"`;
    return withText(element, `=${repeat} + string(${period.trim()})`);
  }
  const [, literal = text] = /^=\s*"([^"\\]*)"$/.exec(text) ?? [];
  const cycle = cronCycle(literal);
  return cycle === undefined ? element : withText(element, cycle);
}
