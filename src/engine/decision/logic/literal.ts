import { elementOf, type DmnElement } from '../read/dmn-element.js';
import { compileText, feelTextOf, refuse } from './feel-text.js';
import { nothing, type Logic, type Place } from './logic.js';

/** A literal expression (DMN 1.5 §7.3.9): its FEEL; null where nothing is written. */
export function compileLiteral(element: DmnElement, place: Place): Logic {
  if (elementOf(element, 'importedValues')) return refuse(place, 'Expected FEEL, but the values are in another file');
  const source = feelTextOf(element, place);
  return source === undefined ? nothing : compileText(source, place);
}
