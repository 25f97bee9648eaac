const abbreviations =
  /(?:^|[^\p{L}])(f\. ?eks|bl\. ?a|dvs|ca|nr|dr|jf|mht|ift|inkl|st|av|hr|fr|frk|adv|kl|tlf|mv)\.$/iu;
const opening = /[«"“”'([]+$/u;

/** Whether the word at `at` begins a sentence, a line or a quotation, where any word has a capital letter. */
export function isSentenceStart(text: string, at: number): boolean {
  const line =
    text
      .slice(Math.max(0, at - 40), at)
      .split('\n')
      .at(-1) ?? '';
  const isQuoted = /[«"“]$/u.test(line);
  const before = line.replace(opening, '').trimEnd();
  if (isQuoted || (before === '' && (line.length === at || line.length < 40))) return true;
  if (/^\s*(?:[-–—•*]|\d{1,2}[.)])$/u.test(before)) return true;
  return /[.!?:…]["”»’)]*$/u.test(before) && !abbreviations.test(before);
}
