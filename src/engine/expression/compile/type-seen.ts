import type { Expression } from '../syntax/ast.js';
import type { FeelType } from '../values/feel-value.js';

/** The type of an expression as far as it can be seen without evaluating it: of what is written out; else any. */
export function typeSeenIn(expression: Expression): FeelType {
  switch (expression.form) {
    case 'number':
    case 'negate':
      return { type: 'number' };
    case 'string':
      return { type: 'string' };
    case 'boolean':
    case 'instance':
    case 'some':
    case 'every':
      return { type: 'boolean' };
    case 'context':
      return {
        type: 'context',
        entries: new Map(expression.entries.map(({ name, value }) => [name, typeSeenIn(value)])),
      };
    default:
      return { type: 'Any' };
  }
}
