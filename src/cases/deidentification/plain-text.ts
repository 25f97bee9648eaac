/** A text as it is searched, and where each of its units stands in the text that was written. */
export interface PlainText {
  readonly text: string;
  /** For each unit of `text`: where it begins in what was written. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

// Soft hyphens and marks without width split a name for a program, not for a reader.
const unseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/;

/** The text with one way of writing each letter, digit and space: full width, loose accents and hidden marks hide nothing. */
export function plainTextOf(written: string): PlainText {
  const units: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: cluster, index } of written.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    if (unseen.test(cluster)) continue;
    const plain = spaces.test(cluster) ? ' ' : cluster.normalize('NFKC');
    for (let at = 0; at < plain.length; at += 1) {
      units.push(plain.charAt(at));
      from.push(index);
      to.push(index + cluster.length);
    }
  }
  return { text: units.join(''), from, to };
}
