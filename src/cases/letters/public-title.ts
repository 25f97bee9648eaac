/** What stands in the journal register where a title tells of a person. */
export const shielded = '*****';

/** Whom a title may tell of. */
export interface ToldPeople {
  /** Names: every word of one is taken out. */
  readonly names: readonly string[];
  /** What their case is called: taken out as it is. */
  readonly caseTitle?: string;
}

/** A title without what tells of a person (offentleglova § 13): for the journal register, which others read too. */
export function publicTitle(title: string, { names, caseTitle = '' }: ToldPeople): string {
  const words = names.flatMap((name) => name.split(/[\s-]+/));
  const told = [caseTitle, ...names, ...words].filter((word) => word.length > 1);
  return told.reduce((shown, word) => shown.replaceAll(wholeWord(word), shielded), title).replaceAll(several, shielded);
}

// “*****s” tells no more than “*****”.
const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=s?(?![\\p{L}\\p{N}]))`, 'giu');

const several = /\*{5}(?:[\s-]+\*{5})+/g;
