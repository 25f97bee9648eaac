/** A sentence that makes abstinence or treatment a condition for a home. */
export interface SobrietyDemand {
  /** Where it begins, in UTF-16 units from 0. */
  readonly from: number;
  /** Where it has ended. */
  readonly to: number;
}

/** Any of these words, whole; `~` stands for the rest of a word. */
const anyOf = (words: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words.replaceAll('~', '\\p{L}*')})(?!\\p{L})`, 'iu');

const sobriety = anyOf(
  'rusfri~|rusavhold~|avhold~|edru~|nykter~|urinprøve~|rustest~|rusprøve~|avrus~|~behandling~|terapi~|rehabilitering~|LAR|' +
    'slutte?t? (?:å|med å) (?:ruse|drikke)|slutte?t? med (?:rus|alkohol|dop)~|ikke (?:kan |skal |må )?(?:ruse|drikke)|uten rus~|stoffri~|nullbruk',
);
const use = anyOf(
  'rus|rusen|rusa|ruse|ruser|ruset|rusing|rusmid~|rusbruk~|rusmisbruk~|rusproblem~|rusavhengig~|drikk~|alkohol~|dop~|narkotika|påvirket|bruker stoff',
);
const demand = anyOf(
  'krav~|krev~|vilkår~|betinge~|forutsett~|forutsetning~|må|skal|bør|plikt~|forplikt~|først|hvis|dersom|så lenge|inntil|bare når|avhengig av|' +
    'før (?:hen|han|hun|personen|du|det|inntak|innflytting)|etter (?:fullført|gjennomført)~|når (?:hen|han|hun|personen|du) er',
);
const cause = anyOf('fordi|på grunn av|pga|siden|derfor|skyldes|grunnet|ettersom|for mye|for aktiv~');
const freed = new RegExp(
  [
    anyOf('ikke|ingen|aldri|uten').source +
      '[^.!?]{0,40}' +
      anyOf('krav|krever?|kreves|vilkår|betingelse|forutsetning|forutsetter|plikt|avhengig av').source,
    anyOf('krever|kreves|trenger|behøver').source + ' ' + anyOf('ikke|aldri').source,
    anyOf('uavhengig av|uansett').source,
  ].join('|'),
  'iu',
);
const wish = anyOf('ønsker|vil gjerne|vil selv|motivert|går til|går i|venter på|takket ja|har begynt|trenger');
const strongDemand = anyOf('må|krav~|krev~|vilkår~|forutsett~|forutsetning~|først|fordi|på grunn av|så lenge');

/**
 * Sentences that ask for abstinence or treatment before, or as long as, somebody has a home, and those that give use as the reason for
 * a no. Housing First asks for neither (the fourth of its eight principles): a home first, and help that is chosen. A sentence that
 * says so itself («rusfrihet er ikke et krav»), and one that tells what the person wishes, is none.
 */
export function findSobrietyDemands(text: string): readonly SobrietyDemand[] {
  return [...text.matchAll(/[^.!?\n]+[.!?]*/gu)].flatMap(({ 0: sentence, index }) => {
    if (!isDemand(sentence)) return [];
    const start = index + (sentence.length - sentence.trimStart().length);
    return [{ from: start, to: index + sentence.trimEnd().length }];
  });
}

function isDemand(sentence: string): boolean {
  if (freed.test(sentence)) return false;
  if (sobriety.test(sentence) && demand.test(sentence)) return !isOwnWish(sentence);
  return cause.test(sentence) && (use.test(sentence) || sobriety.test(sentence)) && !isOwnWish(sentence);
}

/** «Ønsker behandling» is a wish; «ønsker bolig, men må være rusfri først» is a demand. */
const isOwnWish = (sentence: string): boolean => wish.test(sentence) && !strongDemand.test(sentence);
