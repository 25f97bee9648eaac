import { textOf, type DmnElement } from '../read/dmn-element.js';
import { compileDecisionTable } from '../table/decision-table.js';
import { compileConditional } from './conditional.js';
import { compileContext } from './context.js';
import { refuse } from './feel-text.js';
import { compileFilter } from './filter.js';
import { compileFunction, functionValue } from './function.js';
import { compileInvocation } from './invocation.js';
import { compileEvery, compileFor, compileSome } from './iterator.js';
import { compileList } from './list.js';
import { compileLiteral } from './literal.js';
import { nothing, typed, type Logic, type Place } from './logic.js';
import { compileRelation } from './relation.js';

const boxed: Readonly<Record<string, (element: DmnElement, place: Place) => Logic>> = {
  'dmn:LiteralExpression': compileLiteral,
  'dmn:DecisionTable': compileDecisionTable,
  'dmn:Context': compileContext,
  'dmn:Invocation': compileInvocation,
  'dmn:List': compileList,
  'dmn:Relation': compileRelation,
  'dmn:Conditional': compileConditional,
  'dmn:For': compileFor,
  'dmn:Some': compileSome,
  'dmn:Every': compileEvery,
  'dmn:Filter': compileFilter,
  'dmn:FunctionDefinition': (element, place) => {
    const definition = compileFunction(element, place);
    return (scope, going) => functionValue(definition, scope, going);
  },
};

/** Any expression of a decision model (DMN 1.5 §10.2.1), with its value as its own `typeRef` wants it; null where there is none. */
export function compileExpression(element: DmnElement | undefined, around: Place): Logic {
  if (element === undefined) return nothing;
  const place = { ...around, element: textOf(element, 'id') ?? around.element };
  const compile = boxed[element.$type];
  if (compile === undefined) return refuse(place, `Expected a boxed expression, but got <${element.$type}>`);
  const logic = compile(element, place);
  // The typeRef of a function definition is about what it gives, and is looked after there.
  if (element.$type === 'dmn:FunctionDefinition') return logic;
  return typed(logic, place.model.typeOf(textOf(element, 'typeRef'), place.element));
}
