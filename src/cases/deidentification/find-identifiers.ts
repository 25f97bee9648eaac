import { findAddresses } from './find-addresses.js';
import { findDates } from './find-dates.js';
import { findNames } from './find-names.js';
import { findNumbers } from './find-numbers.js';
import type { Finding, IdentifierKind, IdentityWords, KnownIdentity } from './finding.js';
import { plainTextOf } from './plain-text.js';

// Where two places overlap they are told as one, of the kind that comes first.
const order: readonly IdentifierKind[] = [
  'fodselsnummer',
  'epost',
  'telefon',
  'fodselsdato',
  'saksnummer',
  'adresse',
  'enhet',
  'dato',
  'poststed',
  'navn',
  'initialer',
  'egennavn',
  'nummer',
];

const mail =
  /[\p{L}\d._%+-]{1,64} ?(?:@|\(at\)|\[at\]|\(a\)| krøllalfa ) ?[\p{L}\d-]+(?: ?(?:\.|\(dot\)| punktum ) ?[\p{L}\d-]+)+/giu;
const caseIds =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\b(?:arkiv|journal)?sak(?:snummer|snr|en|s-?id)?\.?:? ?(?:nr\.?|nummer)?:? ?#?(?:\d{2,4}\/\d{2,8}|\d{4,})/giu;
const shortestId = 6;

/**
 * Every place in a free text that can tell who it is about, in order, none overlapping. Pure. What is known of the person is found in
 * any spelling of capitals; beyond that, Norwegian writes only names with a capital inside a sentence, so every such word that is
 * not allowed counts. Errs on the side of finding too much: a word too many is written anew, a name too few has spread.
 */
export function findIdentifiers(written: string, known: KnownIdentity, words: IdentityWords): readonly Finding[] {
  const { text, from, to } = plainTextOf(written);
  const found = [
    ...findNumbers(text),
    ...findDates(text, known.bornOn),
    ...findAddresses(text, words),
    ...findNames(text, known, words),
    ...matches(text, mail, 'epost'),
    ...matches(text, caseIds, 'saksnummer'),
    ...literally(text, known.ids, 'saksnummer'),
    ...literally(text, known.units, 'enhet'),
    ...literally(text, known.contacts, 'adresse'),
  ];
  return merged(found).map(({ kind, ...place }) => ({
    kind,
    from: from[place.from] ?? 0,
    to: to[place.to - 1] ?? written.length,
  }));
}

function matches(text: string, pattern: RegExp, kind: IdentifierKind): readonly Finding[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, from: index, to: index + found.length }));
}

/** Where a known text stands word for word, whatever its capitals and spaces. */
function literally(text: string, known: readonly string[], kind: IdentifierKind): readonly Finding[] {
  return known
    .map((one) => plainTextOf(one.trim()).text)
    .filter(({ length }) => length >= shortestId)
    .flatMap((one) => {
      const pattern = one.split(/\s+/).map(escaped).join('\\s*');
      return matches(text, new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'giu'), kind);
    });
}

function merged(found: readonly Finding[]): readonly Finding[] {
  const sorted = found.toSorted((one, other) => one.from - other.from || other.to - one.to);
  return sorted.reduce<readonly Finding[]>((done, next) => {
    const last = done.at(-1);
    if (last === undefined || next.from >= last.to) return [...done, next];
    const kind = order.indexOf(next.kind) < order.indexOf(last.kind) ? next.kind : last.kind;
    return [...done.slice(0, -1), { kind, from: last.from, to: Math.max(last.to, next.to) }];
  }, []);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
