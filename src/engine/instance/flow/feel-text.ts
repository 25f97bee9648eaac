import type { FeelText } from '../../definition/activity-parts.js';
import { evaluateExpression, expressionProblem, type Evaluated } from './evaluate-mappings.js';
import type { Sight } from '../../expression/sight.js';

/** The text that a diagram means: what is written, or what its FEEL (`=…`) gives for the variables in sight. */
export function evaluateText(written: FeelText, sight: Sight): Evaluated<string> {
  if (!written.startsWith('=')) return { ok: true, value: written };

  const evaluated = evaluateExpression(written.slice(1), sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if ((typeof value === 'string' && value !== '') || typeof value === 'number')
    return { ok: true, value: String(value) };
  return expressionProblem(`Expected '${written}' to be a text, but got ${JSON.stringify(value)}`);
}

/** The texts of a list in a diagram; FEEL may give one text or a list of them, and null gives none. */
export function evaluateTexts(written: readonly FeelText[], sight: Sight): Evaluated<readonly string[]> {
  const texts: string[] = [];
  for (const one of written) {
    const evaluated = one.startsWith('=')
      ? evaluateExpression(one.slice(1), sight)
      : ({ ok: true, value: one } as const);
    if (!evaluated.ok) return evaluated;
    for (const value of [evaluated.value].flat()) {
      if (typeof value === 'string') texts.push(value);
      else if (value !== null)
        return expressionProblem(`Expected '${one}' to be texts, but got ${JSON.stringify(value)}`);
    }
  }
  return { ok: true, value: [...new Set(texts.filter((text) => text !== ''))] };
}
