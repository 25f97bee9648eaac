import type { FeelFunction, FeelValue } from '../../expression/values/feel-value.js';
import { elementOf, elementsOf, feelNameOf, textOf, type DmnElement } from '../read/dmn-element.js';
import { coerceTo } from '../types/conform.js';
import { anyType, shapeOf, type ItemType } from '../types/item-type.js';
import { refuse } from './feel-text.js';
import { typed, withEntries, withNames, type Going, type Logic, type Place } from './logic.js';
import type { Scope } from '../../expression/compile/code.js';

/** A function that a model defines: what it is called with, and what it does with it. */
export interface FunctionLogic {
  readonly parameters: readonly { readonly name: string; readonly type: ItemType }[];
  readonly body: Logic;
}

/** A function definition (DMN 1.5 §10.2.1.7) of kind FEEL; Java and PMML are never run. */
export function compileFunction(element: DmnElement, place: Place): FunctionLogic {
  const parameters = elementsOf(element, 'formalParameter').map((parameter) => ({
    name: feelNameOf(parameter),
    type: place.model.typeOf(textOf(parameter, 'typeRef'), place.element),
  }));
  const kind = textOf(element, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    return {
      parameters,
      body: refuse(place, `Expected a function of kind FEEL, but '${place.owner}' is of kind ${kind}`),
    };
  }
  const inside = withNames(
    place,
    parameters.map(({ name }) => name),
  );
  const body = place.model.compile(elementOf(element, 'body'), inside);
  return { parameters, body: typed(body, resultTypeOf(place.model.typeOf(textOf(element, 'typeRef'), place.element))) };
}

/** The type of what a function gives: that of a function type; DMN 1.1 and 1.2 write the type of the result itself. */
export function resultTypeOf(type: ItemType): ItemType {
  const shape = shapeOf(type);
  return shape.kind === 'function' ? shape.result : type === anyType || shape.kind === 'any' ? anyType : type;
}

/** A function value: each argument as its parameter wants it, then the body, with the names around the definition. */
export function functionValue({ parameters, body }: FunctionLogic, scope: Scope, going: Going): FeelFunction {
  return {
    kind: 'function',
    parameters: parameters.map(({ name }) => ({ name })),
    invoke: (values, run) => {
      run.enter(1);
      const given = new Map<string, FeelValue>(
        parameters.map(({ name, type }, at) => [name, coerceTo(values[at] ?? null, type, run)]),
      );
      const result = body(withEntries(scope, given), { ...going, run });
      run.leave(1);
      return result;
    },
  };
}
