import { Parser } from 'saxen';

type Attributes = Readonly<Record<string, string>>;
type Decode = (text: string) => string;

/**
 * What an XML document says, one line each: every element with its attributes in alphabetical order, every text, every
 * comment and instruction. Read by another parser than the engine's, so that what both forget is not forgotten twice.
 */
export function xmlEvents(xml: string): readonly string[] {
  const events: string[] = [];
  const parser = new Parser();
  let text = '';
  const flush = (): void => {
    if (text !== '') events.push(`text ${JSON.stringify(text)}`);
    text = '';
  };
  parser.on('openTag', (name: string, attributesOf: () => Attributes | true, decode: Decode) => {
    flush();
    const attributes = attributesOf();
    const written = Object.entries(attributes === true ? {} : attributes).map(
      ([key, value]) => `${key}=${JSON.stringify(decode(value.replace(/[\t\r\n]/g, ' ')))}`,
    );
    events.push(`<${name} ${written.toSorted().join(' ')}`);
  });
  parser.on('closeTag', (name: string) => {
    flush();
    events.push(`</${name}`);
  });
  parser.on('text', (found: string, decode: Decode) => {
    text += decode(found);
  });
  parser.on('cdata', (found: string) => {
    text += found;
  });
  parser.on('comment', (found: string) => {
    flush();
    events.push(`comment ${found}`);
  });
  parser.on('question', (found: string) => {
    flush();
    events.push(`instruction ${found}`);
  });
  parser.on('error', (problem: Error) => {
    throw problem;
  });
  parser.parse(xml.replace(/\r\n?/g, '\n'));
  return events;
}
