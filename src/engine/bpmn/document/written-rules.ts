import type { XmlAttribute, XmlElement } from '../../xml/xml-node.js';
import { attributeOf } from '../../xml/xml-node.js';
import { isNcName } from '../../xml/read-tag.js';
import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { isStandard } from './plain-bpmn.js';
import { booleanAttributes, choiceAttributes, numberAttributes } from './schema-names.js';

const longestId = 255;
const longestName = 1_000;

interface WrittenElement {
  readonly element: XmlElement;
  /** Id of the element, or of the nearest one around it that has one. */
  readonly id: string | null;
}

/** What is wrong with ids, names and values as they are written, before anybody asks what they mean. */
export function writtenProblems(root: XmlElement): readonly Diagnostic[] {
  const elements = standardElements(root, null);
  return [
    ...elements.flatMap(({ element, id }) => element.attributes.flatMap((attribute) => wrongValue(attribute, id))),
    ...elements.flatMap(({ element }) => invalidId(element)),
    ...duplicateIds(elements.map(({ element }) => element)),
    ...elements.flatMap(({ element, id }) => harmfulName(element, id)),
  ];
}

function standardElements(element: XmlElement, around: string | null): readonly WrittenElement[] {
  if (!isStandard(element) || element.local === 'extensionElements') return [];
  const found: WrittenElement[] = [];
  const visit = (visited: XmlElement, outer: string | null): void => {
    if (!isStandard(visited) || visited.local === 'extensionElements') return;
    const id = attributeOf(visited, 'id')?.trim().slice(0, 100) ?? outer;
    found.push({ element: visited, id });
    for (const child of visited.children) if (child.kind === 'element') visit(child, id);
  };
  visit(element, around);
  return found;
}

/** Booleans, whole numbers and choices have a value that the schema knows (BPMN 2.0.2 §8–10, XML Schema). */
function wrongValue({ name, value }: XmlAttribute, id: string | null): readonly Diagnostic[] {
  const text = value.trim();
  const expected = expectedValue(name, text);
  if (expected === undefined) return [];
  return [
    error('attribute-value', id, {
      message: `Expected ${name} to be ${expected}, but got '${text.slice(0, 100)}'`,
      melding: `«${text.slice(0, 100)}» er ingen gyldig verdi for ${name}. Bruk ${expected.replace(' or ', ' eller ')}.`,
    }),
  ];
}

function expectedValue(name: string, text: string): string | undefined {
  const least = numberAttributes.get(name);
  if (least !== undefined) return /^\+?\d{1,9}$/.test(text) && Number(text) >= least ? undefined : `≥ ${least}`;
  const choices = choiceAttributes.get(name);
  if (choices !== undefined) return choices.includes(text) ? undefined : choices.join(' or ');
  return booleanAttributes.has(name) && !/^(true|false|1|0)$/.test(text) ? 'true or false' : undefined;
}

/** An id is a name without a colon (NCName), and not longer than anybody can read. */
function invalidId(element: XmlElement): readonly Diagnostic[] {
  const id = attributeOf(element, 'id')?.trim();
  if (id === undefined || (id.length <= longestId && isNcName(id))) return [];
  const shown = id.slice(0, 100);
  return [
    error('invalid-id', shown, {
      message: `Expected an id of at most ${longestId} letters, digits, '-', '_' and '.', but ${element.local} has '${shown}'`,
      melding: 'Id-en er ugyldig. Bruk små bokstaver og bindestrek, for eksempel «vurder-soknad».',
    }),
  ];
}

/** Ids are unique in the whole document (xsd:ID). */
function duplicateIds(elements: readonly XmlElement[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const element of elements) {
    const id = attributeOf(element, 'id')?.trim();
    if (id === undefined) continue;
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice].map((id) =>
    error('duplicate-id', id.slice(0, 100), {
      message: `Expected each id once in the document, but '${id.slice(0, 100)}' is there again`,
      melding: 'To elementer har samme id. Gi hvert element sin egen id.',
    }),
  );
}

// Direction marks and characters without width make a name look like another; line breaks are only layout.
const harmful = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const hiddenJoiner = /(?<![\p{Extended_Pictographic}\p{M}\p{Script=Arabic}\p{Script=Devanagari}])[\u200C\u200D]/u;

/** Names can be read as they are written: nothing invisible, nothing that turns the direction of reading. */
function harmfulName(element: XmlElement, id: string | null): readonly Diagnostic[] {
  const name = attributeOf(element, 'name')?.replace(/[\n\r\t]/g, ' ');
  if (name === undefined) return [];
  if (name.length > longestName) return [longName(id)];
  if (!harmful.test(name) && !hiddenJoiner.test(name)) return [];
  return [
    error('name-characters', id, {
      message: `Expected a name without control characters and invisible characters, but '${id ?? element.local}' has some`,
      melding: 'Navnet har tegn som ikke synes, eller som snur leseretningen. Skriv det på nytt.',
    }),
  ];
}

const longName = (id: string | null): Diagnostic =>
  error('name-length', id, {
    message: `Expected a name of at most ${longestName} characters, but it is longer`,
    melding: 'Navnet er for langt. Skriv det lange i dokumentasjonen til elementet.',
  });
