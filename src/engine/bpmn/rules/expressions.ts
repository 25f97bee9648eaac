import { checkExpression } from '../../expression/check-expression.js';
import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { expressionsOf } from '../read/expressions-of.js';
import type { ProcessRule } from './rule.js';

// Text that is not FEEL at all is slow to parse: somebody who sees twenty mistakes has enough to do.
const mostComplaints = 20;

/** Every expression can be evaluated: FEEL syntax, known functions, within the limits. */
export const validExpressions: ProcessRule = (definition) => {
  const found: Diagnostic[] = [];
  for (const { element, source, mayAskTime } of expressionsOf(definition)) {
    const complaint = checkExpression(source, { mayAskTime });
    if (complaint !== undefined) found.push(invalidExpression(element, source, complaint));
    if (found.length >= mostComplaints) break;
  }
  return found;
};

const isForeign = (source: string): boolean => /^\s*[$#]\{/.test(source);

const invalidExpression = (element: string, source: string, complaint: string): Diagnostic =>
  error(isForeign(source) ? 'script' : 'invalid-expression', element, {
    message: `${complaint} (in '${element}')`,
    melding: `Uttrykket «${source.slice(0, 100)}» kan ikke brukes. Rett det. (${complaint})`,
  });
