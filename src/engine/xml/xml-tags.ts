const skipped: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * The tags of an XML text, start and end, in order; comments, CDATA and processing instructions are stepped over.
 * Every character is looked at a bounded number of times, whatever the text; stops where it is no longer XML.
 */
export function* xmlTags(xml: string): Generator<string> {
  let at = xml.indexOf('<');
  while (at >= 0) {
    const [, close] = skipped.find(([open]) => xml.startsWith(open, at)) ?? [];
    const end = close === undefined ? endOfTag(xml, at) : endAfter(xml, close, at);
    if (end < 0) return;

    if (close === undefined) yield xml.slice(at, end);
    at = xml.indexOf('<', end);
  }
}

function endAfter(xml: string, close: string, from: number): number {
  const at = xml.indexOf(close, from);
  return at < 0 ? -1 : at + close.length;
}

// A `>` inside a quoted value does not end the tag.
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return at + 1;
    }
  }
  return -1;
}
