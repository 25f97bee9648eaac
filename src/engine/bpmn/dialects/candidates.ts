/** One of several names: as it stands, or FEEL. */
export type Candidate =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'feel'; readonly source: string };

/** Candidates in one attribute: plain words beside each other, else a list in FEEL. */
export function candidateList(candidates: readonly Candidate[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const plain = candidates.filter((one) => one.kind === 'text');
  if (plain.length === candidates.length && plain.every(({ text }) => /^[^\s,=][^\s,]*$/.test(text))) {
    return plain.map(({ text }) => text).join(',');
  }
  const [only] = candidates;
  if (only?.kind === 'feel' && candidates.length === 1) return `=${only.source}`;
  const written = candidates.map((one) => (one.kind === 'feel' ? one.source : JSON.stringify(one.text)));
  return `=flatten([${written.join(', ')}])`;
}

/** The parts of a text between its commas, but for those inside `${…}`. */
export function partsOfList(text: string): readonly string[] {
  const parts = text.match(/(?:[$#]\{[^{}]*\}|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
