import type { Finding, IdentityWords, KnownIdentity } from './finding.js';
import { isSentenceStart } from './sentence-start.js';

const wordPattern = /\p{L}+(?:['’]\p{L}+)?/gu;
const initials = /(?<!\p{L})(?:\p{Lu}\. ?){2,}(?!\p{L})/gu;
const spelled = /(?<!\p{L})\p{L}(?:[ .-]\p{L}){2,}(?!\p{L})/gu;

/** A word of the text, and what stands around it. */
interface Word {
  readonly written: string;
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  readonly startsSentence: boolean;
  readonly next: string;
}

/** What makes a word a name here. */
interface NamesHere extends IdentityWords {
  readonly known: ReadonlySet<string>;
}

/** Names: those that are known, common first names, and every other word that is written as a name. */
export function findNames(
  text: string,
  { names }: Pick<KnownIdentity, 'names'>,
  words: IdentityWords,
): readonly Finding[] {
  const known = new Set(
    names.flatMap((name) => name.toLowerCase().match(wordPattern) ?? []).filter(({ length }) => length > 1),
  );
  const all: NamesHere = { ...words, known };
  const found = wordsOf(text).flatMap((word): readonly Finding[] => {
    const kind = kindOf(word, all);
    return kind === undefined ? [] : [{ kind, from: word.from, to: word.to }];
  });
  const letters = [...text.matchAll(spelled)].filter(({ 0: one }) =>
    isListed(one.replace(/[ .-]/g, '').toLowerCase(), all),
  );
  return [
    ...found,
    ...[...text.matchAll(initials)].map((match) => findingOf(match, 'initialer')),
    ...letters.map((match) => findingOf(match, 'navn')),
  ];
}

const findingOf = ({ 0: found, index = 0 }: RegExpMatchArray, kind: Finding['kind']): Finding => ({
  kind,
  from: index,
  to: index + found.trimEnd().length,
});

function wordsOf(text: string): readonly Word[] {
  const found = [...text.matchAll(wordPattern)];
  return found.map(({ 0: written, index }, at) => {
    const next = found[at + 1];
    const isNeighbour = next !== undefined && /^[ -]$/.test(text.slice(index + written.length, next.index));
    return {
      written,
      plain: written.toLowerCase(),
      from: index,
      to: index + written.length,
      startsSentence: isSentenceStart(text, index),
      next: isNeighbour ? next[0] : '',
    };
  });
}

function kindOf(word: Word, names: NamesHere): 'navn' | 'egennavn' | undefined {
  const forms = formsOf(word.plain);
  const isWordToo = !names.names.has(word.plain) && forms.some((form) => names.namesThatAreWords.has(form));
  if (forms.some((form) => names.known.has(form)) && (!isWordToo || isCapital(word))) return 'navn';
  if (!isWordToo && forms.some((form) => names.names.has(form))) return 'navn';
  if (isForeignScript(word)) return 'egennavn';
  if (!isCapital(word) || forms.some((form) => names.allowed.has(form))) return undefined;
  if (isWordToo) return !word.startsSentence || isFollowedAsName(word, names) ? 'navn' : undefined;
  if (!word.startsSentence) return isAbbreviation(word) ? undefined : 'egennavn';
  return isUnknownPerson(word, names) ? 'egennavn' : undefined;
}

/** The word itself, and without what makes it somebody's: Kari, Karis, Kari's. */
const formsOf = (plain: string): readonly string[] => [
  plain,
  plain.replace(/['’]?s?$/, ''),
  plain.replace(/['’].*$/, ''),
];

const isListed = (plain: string, { known, names, namesThatAreWords }: NamesHere): boolean =>
  known.has(plain) || names.has(plain) || namesThatAreWords.has(plain);

/** «Bo Lund …», «Stein vil …»: what begins a sentence has a capital anyhow, so what follows decides. */
const isFollowedAsName = ({ next }: Word, { personVerbs, allowed }: NamesHere): boolean =>
  (/^\p{Lu}\p{Ll}/u.test(next) && !allowed.has(next.toLowerCase())) || personVerbs.has(next);

/** «Qadir ønsker …»: only somebody can, and the word is none of the ordinary ones for somebody. */
const isUnknownPerson = ({ plain, next }: Word, { onlyPersonVerbs }: NamesHere): boolean =>
  onlyPersonVerbs.has(next) && !ordinary.has(plain) && !/(en|et|ene|ne|a|er|ing)$/.test(plain);

const ordinary: ReadonlySet<string> = new Set(
  'jeg du han hun hen vi dere de den det man ingen alle noen mange flere begge få hver mor far bror søster som selv også personen og eller men både enten når da hvis fordi siden derfor deretter nå så der her ofte ikke aldri alltid dessuten likevel egentlig heller ønske ønsker'.split(
    ' ',
  ),
);

const isCapital = ({ written }: Word): boolean => /^\p{Lu}/u.test(written);
const isForeignScript = ({ written }: Word): boolean => /[^\p{Script=Latin}'’]/u.test(written);
/** DPS, LAR, TV; a longer row of capitals is a word. */
const isAbbreviation = ({ written }: Word): boolean => written.length <= 5 && /^\p{Lu}+$/u.test(written);
