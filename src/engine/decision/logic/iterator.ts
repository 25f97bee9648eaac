import type { Scope } from '../../expression/compile/code.js';
import { isKinded, isList, type FeelList, type FeelValue } from '../../expression/values/feel-value.js';
import { plainNameOf } from '../../expression/syntax/known-names.js';
import { error } from '../../xml/diagnostic.js';
import { elementOf, textOf, type DmnElement } from '../read/dmn-element.js';
import { compileChild } from './conditional.js';
import { typed, withNames, withValue, type Going, type Logic, type Place } from './logic.js';
import { itemsOfRange } from './range-items.js';

interface Iteration {
  readonly name: string;
  readonly items: Logic;
}

/** A boxed `for` (DMN 1.5 §10.2.1.8): what its body gives for each item; the results so far are `partial`. */
export function compileFor(element: DmnElement, place: Place): Logic {
  const { name, items } = readIteration(element, place);
  const body = compileChild(element, 'return', withNames(place, [name, 'partial']));
  return (scope, going) => {
    const list = listOf(items(scope, going), going);
    if (list === null) return null;
    const results: FeelValue[] = [];
    for (const item of list) {
      results.push(body(withPartial(withValue(scope, name, item), results), going));
    }
    return results;
  };
}

// A copy for who asks: most bodies do not, and the list grows.
const withPartial = (scope: Scope, results: readonly FeelValue[]): Scope => ({
  get: (name) => (name === 'partial' ? [...results] : scope.get(name)),
});

/** A boxed `some` (DMN 1.5 §10.2.1.8): true as soon as one item satisfies; null where none does and one is not known. */
export function compileSome(element: DmnElement, place: Place): Logic {
  return compileQuantified(element, place, true);
}

/** A boxed `every` (DMN 1.5 §10.2.1.8): false as soon as one item does not satisfy; null where one is not known. */
export function compileEvery(element: DmnElement, place: Place): Logic {
  return compileQuantified(element, place, false);
}

function compileQuantified(element: DmnElement, place: Place, decisive: boolean): Logic {
  const { name, items } = readIteration(element, place);
  const satisfies = compileChild(element, 'satisfies', withNames(place, [name]));
  return (scope, going) => {
    const list = listOf(items(scope, going), going);
    if (list === null) return null;
    let isKnown = true;
    for (const item of list) {
      const one = satisfies(withValue(scope, name, item), going);
      if (one !== null && typeof one !== 'boolean') {
        return going.run.warn('Expected what each item satisfies to be true or false, but it is neither');
      }
      if (one === decisive) return decisive;
      if (one === null) isKnown = false;
    }
    return isKnown ? !decisive : null;
  };
}

function readIteration(element: DmnElement, place: Place): Iteration {
  const name = plainNameOf(textOf(element, 'iteratorVariable') ?? '');
  if (name === '') {
    place.model.report(
      error('iterator-variable', place.element, {
        message: 'Expected the iterator to have an iteratorVariable, but it has none',
        melding: 'Løkken mangler navn på variabelen. Sett iteratorVariable.',
      }),
    );
  }
  const list = elementOf(element, 'in');
  const type = place.model.typeOf(list && textOf(list, 'typeRef'), place.element);
  return { name, items: typed(compileChild(element, 'in', place), type) };
}

function listOf(value: FeelValue, { run }: Going): FeelList | null {
  if (isList(value)) {
    run.use(value.length);
    return value;
  }
  if (value === null) return run.warn('Expected a list to go through, but there is none');
  if (isKinded(value) && value.kind === 'range') return itemsOfRange(value, run);
  return [value];
}
