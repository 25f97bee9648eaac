import { elementOf, type DmnElement } from '../read/dmn-element.js';
import type { Logic, Place } from './logic.js';

/**
 * A boxed conditional (DMN 1.5 §10.2.1.9): `then` where the condition is true, `else` where it is false or null; null
 * where it is something else.
 */
export function compileConditional(element: DmnElement, place: Place): Logic {
  const condition = compileChild(element, 'if', place);
  const then = compileChild(element, 'then', place);
  const otherwise = compileChild(element, 'else', place);
  return (scope, going) => {
    const answer = condition(scope, going);
    if (answer === true) return then(scope, going);
    if (answer === false || answer === null) return otherwise(scope, going);
    return going.run.warn('Expected a condition that is true or false, but it is neither');
  };
}

/** The expression inside a child such as `<if>`, `<in>` or `<return>`. */
export function compileChild(element: DmnElement, name: string, place: Place): Logic {
  const child = elementOf(element, name);
  return place.model.compile(child && elementOf(child, 'value'), place);
}
