import { elementOf, type DmnElement } from '../read/dmn-element.js';
import type { Logic, Place } from './logic.js';

/** A boxed conditional (DMN 1.5 §10.2.1.9): `then` where the condition is true, else `else`, as FEEL's own `if`. */
export function compileConditional(element: DmnElement, place: Place): Logic {
  const [condition, then, otherwise] = (['if', 'then', 'else'] as const).map((name) =>
    compileChild(element, name, place),
  );
  return (scope, going) => (condition?.(scope, going) === true ? then : otherwise)?.(scope, going) ?? null;
}

/** The expression inside a child such as `<if>`, `<in>` or `<return>`. */
export function compileChild(element: DmnElement, name: string, place: Place): Logic {
  const child = elementOf(element, name);
  return place.model.compile(child && elementOf(child, 'value'), place);
}
