/** What stands for a value in a letter. */
export const placeholder = /\{\{[^}]*\}\}/g;

const wordsOf = (sentence: string): readonly string[] => sentence.match(/[\p{L}\p{N}-]+/gu) ?? [];

/** The sentences of a letter, each as its words. A line, a heading and what stands after a colon are sentences too. */
export const sentencesOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(placeholder, 'ord')
    .split(/[.!?:](?=\s|$)|\n+/)
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map(wordsOf);

/** LIX (Björnsson 1968): words per sentence, and the share of words longer than six letters. Under 35 is easy to read. */
export function lixOf(text: string): number {
  const sentences = sentencesOf(text);
  const words = sentences.flat();
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences.length + (100 * long) / words.length;
}
