// Latin, Greek and Cyrillic letters and the signs between words: what the typeface of letters has. Its test compares.
const printed =
  /[^\n\u0020-\u007E\u00A0-\u024F\u0370-\u0373\u037A-\u037E\u0384-\u038A\u038E-\u03A1\u03A3-\u03FF\u0400-\u0525\u1E00-\u1EF9\u2010-\u2027\u202F-\u205E\u20A0-\u20B5\u2190-\u21FF\u2200-\u22FF\uFFFD]/gu;

/** The text with what the typeface of letters lacks, such as an emoji, as the sign for a character that cannot be shown. */
export const printable = (text: string): string =>
  text.normalize('NFC').replaceAll('\t', ' ').replace(printed, '\uFFFD');
