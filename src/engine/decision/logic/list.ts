import { elementsOf, type DmnElement } from '../read/dmn-element.js';
import type { Logic, Place } from './logic.js';

/** A boxed list (DMN 1.5 §10.2.1.5): its items in order. */
export function compileList(element: DmnElement, place: Place): Logic {
  const items = elementsOf(element, 'elements').map((item) => place.model.compile(item, place));
  return (scope, going) => items.map((item) => item(scope, going));
}
