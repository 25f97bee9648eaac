const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const notACharacter = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/u;

/** Whether a text has only characters that XML 1.0 allows (§2.2). */
export const hasOnlyCharacters = (text: string): boolean => !notACharacter.test(text);

/** Text with its references (`&amp;`, `&#229;`) resolved; undefined when one of them is none of XML's own. */
export function resolveReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const resolved = text.replace(/&(?:#(\d{1,8})|#x([\da-fA-F]{1,6})|([a-z]+));|&/g, (...found: readonly unknown[]) => {
    const character = characterOf(found.slice(1, 4));
    if (character === undefined) isKnown = false;
    return character ?? '';
  });
  return isKnown ? resolved : undefined;
}

function characterOf([decimal, hexadecimal, name]: readonly unknown[]): string | undefined {
  if (typeof name === 'string') return named.get(name);
  const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
  if (!(code <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(code);
  return hasOnlyCharacters(character) ? character : undefined;
}

const inText: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\r', '&#13;'],
]);

const inValue: ReadonlyMap<string, string> = new Map([...inText, ['"', '&quot;'], ['\n', '&#10;'], ['\t', '&#9;']]);

/** Text as it is written between tags. */
export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (found) => inText.get(found) ?? found);

/** Text as it is written between the quotes of an attribute. */
export const escapeValue = (text: string): string =>
  text.replace(/[&<>\r"\n\t]/g, (found) => inValue.get(found) ?? found);
