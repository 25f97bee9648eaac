import type { DmnElement } from '../read/dmn-element.js';
import { compileText, feelTextOf } from './feel-text.js';
import { nothing, type Logic, type Place } from './logic.js';

/** A literal expression (DMN 1.5 §7.3.9): its FEEL; null where nothing is written. */
export function compileLiteral(element: DmnElement, place: Place): Logic {
  const source = feelTextOf(element, place);
  return source === undefined ? nothing : compileText(source, place);
}
