import type { Finding, IdentityWords } from './finding.js';

const houseNumber = '\\.? (?:nr\\.? ?)?\\d{1,3}(?: ?[a-h](?!\\p{L}))?(?!\\d)';
const strong = '(?:veien|vegen|vei|veg|gata|gaten|gate|[es]gt|allé|alléen)';
const weak =
  '(?:alle|plass|plassen|stien|sti|bakken|bakke|lia|tunet|tun|svingen|ringen|haugen|kleiva|torg|torget|brygge|kaia|stredet|vollen|ekra|brinken)';
const street = new RegExp(`(?<!\\p{L})\\p{L}*${strong}${houseNumber}`, 'giu');
// These end many other words too: only with a capital letter.
const place = new RegExp(`(?<!\\p{L})\\p{Lu}\\p{L}*${weak}${houseNumber}`, 'gu');
const named = new RegExp(`(?<!\\p{L})\\p{L}+s (?:gate|vei|veg|gt|plass|allé|torg)${houseNumber}`, 'giu');
const capital = /(?<!\p{L})\p{Lu}\p{L}{3,} \d{1,3} ?[A-Ha-h](?!\p{L})/gu;
const flat = /(?<![\p{L}\d])[HUKL]0[0-9]0[0-9](?!\d)/gu;
const road = /(?<!\p{L})\p{L}{3,}(?:veien|vegen|gata|gaten)(?!\p{L})/giu;
const town = /(?<![\d.,])\d{4} (?=\p{Lu}\p{L}+)\p{Lu}\p{L}+(?: [\p{Lu}]\p{L}*)?/gu;

/** Streets with a number, streets by their ending, flats, postal codes with their town, and places by name. */
export function findAddresses(text: string, { roadWords, places }: IdentityWords): readonly Finding[] {
  const found = [street, place, named, capital, flat].flatMap((pattern) => matches(text, pattern, 'adresse'));
  const roads = matches(text, road, 'adresse').filter(
    ({ from, to }) => !roadWords.has(text.slice(from, to).toLowerCase()),
  );
  const towns = [
    ...matches(text, town, 'poststed'),
    ...matches(text, /(?<!\p{L})\p{L}{2,}/gu, 'poststed').filter(isPlace),
  ];
  return [...found.filter(isNoPlainWord), ...roads, ...towns];

  function isPlace({ from, to }: Finding): boolean {
    const written = text.slice(from, to);
    const word = written.toLowerCase();
    const isName = /^\p{Lu}/u.test(written) || word.length >= shortestPlain;
    return isName && (places.has(word) || (word.endsWith('s') && places.has(word.slice(0, -1))));
  }

  function isNoPlainWord({ from, to }: Finding): boolean {
    const [word = ''] = text.slice(from, to).toLowerCase().split(' ');
    return !roadWords.has(word) && !plain.has(word);
  }
}

// «plass 2 i køen», «tun 3»: a place in a line, not an address.
const plain: ReadonlySet<string> = new Set([
  'plass',
  'plassen',
  'sti',
  'stien',
  'bakke',
  'bakken',
  'tun',
  'tunet',
  'lia',
  'gate',
  'vei',
  'alle',
]);

// Shorter ones in small letters are often something else: lade, moss, ila.
const shortestPlain = 6;

const matches = (text: string, pattern: RegExp, kind: Finding['kind']): readonly Finding[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, from: index, to: index + found.length }));
