import { plainNameOf } from '../../expression/syntax/known-names.js';
import type { FeelValue } from '../../expression/values/feel-value.js';
import { elementOf, elementsOf, nameOf, textOf, type DmnElement } from '../read/dmn-element.js';
import { typed, withEntries, withNames, type Logic, type Place } from './logic.js';

interface Entry {
  readonly name: string | undefined;
  readonly logic: Logic;
}

/**
 * A boxed context (DMN 1.5 §10.2.1.4): each entry sees those before it; an entry without a name is the result, else the
 * context itself is.
 */
export function compileContext(element: DmnElement, place: Place): Logic {
  const entries: Entry[] = [];
  const inside = withNames(place, []);
  for (const child of elementsOf(element, 'contextEntry')) {
    const entry = compileEntry(child, inside);
    entries.push(entry);
    if (entry.name !== undefined) inside.sight.add(entry.name);
  }
  return (scope, going) => {
    const own = new Map<string, FeelValue>();
    const seenByName = new Map<string, FeelValue>();
    const seen = withEntries(scope, seenByName);
    for (const { name, logic } of entries) {
      const value = logic(seen, going);
      if (name === undefined) return value;
      own.set(name, value);
      seenByName.set(plainNameOf(name), value);
    }
    return own;
  };
}

function compileEntry(child: DmnElement, place: Place): Entry {
  const variable = elementOf(child, 'variable');
  const logic = place.model.compile(elementOf(child, 'value'), place);
  const type = place.model.typeOf(variable && textOf(variable, 'typeRef'), place.element);
  const name = variable && nameOf(variable);
  return { name: name === '' ? undefined : name, logic: typed(logic, type) };
}
