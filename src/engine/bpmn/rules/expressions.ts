import { checkExpression } from '../../expression/check-expression.js';
import { error } from '../diagnostic.js';
import { expressionsOf } from '../expressions-of.js';
import type { ProcessRule } from './rule.js';

/** Every expression can be evaluated: FEEL syntax, known functions, within the limits. */
export const validExpressions: ProcessRule = (definition) =>
  expressionsOf(definition).flatMap(({ element, source }) => {
    const complaint = checkExpression(source);
    if (complaint === undefined) return [];
    return [
      error('invalid-expression', element, {
        message: `${complaint} (in '${element}')`,
        melding: `Uttrykket «${source.slice(0, 100)}» kan ikke brukes. Rett det. (${complaint})`,
      }),
    ];
  });
