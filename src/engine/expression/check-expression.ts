import { parseFeel } from './parse-feel.js';
import { syntaxRules } from './syntax-rules.js';

const longestSource = 1_000;
const deepestNesting = 60;

/**
 * What is wrong with a FEEL source, in one English sentence; `undefined` when it may be evaluated.
 * Refuses what FEEL allows but a public service cannot: a clock, unknown functions, function definitions,
 * unbounded iteration and regular expressions that come from variables.
 */
export function checkExpression(source: string): string | undefined {
  if (source.trim() === '') return 'Expected a FEEL expression, but it is empty';
  if (source.length > longestSource) {
    return `Expected at most ${longestSource} characters of FEEL, but there are ${source.length}`;
  }
  if (nesting(source) > deepestNesting) return `Expected at most ${deepestNesting} brackets inside each other`;

  const parsed = parseFeel(source);
  if (!parsed.ok) {
    return `Expected FEEL, but '${source}' makes no sense from character ${parsed.position + 1}`;
  }
  for (const rule of syntaxRules) {
    const complaint = rule(parsed.root);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

// Counts every opening bracket, also in strings: the parser must not be asked before the size is known.
function nesting(source: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of source) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++open);
    if (')]}'.includes(character)) open--;
  }
  return deepest;
}
