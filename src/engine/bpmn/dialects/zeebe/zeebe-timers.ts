import type { XmlElement } from '../../../xml/xml-node.js';
import { cronCycle } from '../cron.js';
import { textIn } from '../dialect-words.js';
import { withText } from '../our-words.js';

/** A cycle written as `cycle(3, duration)`, which is Camunda 8's own function, or as cron, in ISO 8601. */
export function withZeebeTimer(element: XmlElement): XmlElement {
  if (element.local !== 'timeCycle') return element;
  const text = textIn(element);
  const [, times = '', period] = /^=\s*cycle\(\s*(?:([^,()]+),)?([\s\S]+)\)\s*$/.exec(text) ?? [];
  if (period !== undefined) {
    const repeat = times === '' ? '"R/"' : `"R" + string(${times.trim()}) + "/"`;
    return withText(element, `=${repeat} + string(${period.trim()})`);
  }
  const cycle = cronCycle(text);
  return cycle === undefined ? element : withText(element, cycle);
}
