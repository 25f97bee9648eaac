import { noClock, syntaxRules } from './syntax-rules.js';
import type { Expression } from './syntax/ast.js';
import { parse } from './syntax/parse.js';

const longestSource = 1_000;
const deepestNesting = 60;

/** An expression that may be evaluated, or what is wrong with it in one English sentence. */
export type Checked =
  { readonly ok: true; readonly root: Expression } | { readonly ok: false; readonly complaint: string };

/**
 * What is wrong with a FEEL source, in one English sentence; `undefined` when it may be evaluated.
 * Refuses what FEEL allows but a public service cannot: a clock
 * (but where the time of the command may be asked for), unknown functions, function definitions,
 * unbounded iteration and regular expressions that come from variables.
 */
export function checkExpression(source: string, { mayAskTime = false } = {}): string | undefined {
  const checked = readChecked(source);
  if (!checked.ok) return checked.complaint;
  return mayAskTime ? undefined : noClock(checked.root, () => source);
}

/** Reads and checks a source: what an expression means never depends on the values that it meets. */
export function readChecked(source: string): Checked {
  if (source.trim() === '') return refused('Expected a FEEL expression, but it is empty');
  if (source.length > longestSource) {
    return refused(`Expected at most ${longestSource} characters of FEEL, but there are ${source.length}`);
  }
  if (nesting(source) > deepestNesting) return refused(`Expected at most ${deepestNesting} brackets inside each other`);

  const parsed = parse(source, {});
  if (!parsed.ok) return refused(`Expected FEEL, but '${source}' makes no sense from character ${parsed.position + 1}`);
  const text = ({ from, to }: Expression): string => source.slice(from, to).trim();
  for (const rule of syntaxRules) {
    const complaint = rule(parsed.root, text);
    if (complaint !== undefined) return refused(complaint);
  }
  return { ok: true, root: parsed.root };
}

const refused = (complaint: string): Checked => ({ ok: false, complaint });

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
