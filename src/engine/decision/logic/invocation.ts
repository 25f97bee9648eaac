import { isKinded, type FeelFunction, type FeelValue } from '../../expression/values/feel-value.js';
import { error } from '../../xml/diagnostic.js';
import { elementOf, elementsOf, feelNameOf, textOf, type DmnElement } from '../read/dmn-element.js';
import { typed, type Going, type Logic, type Place } from './logic.js';

interface Binding {
  readonly name: string;
  readonly logic: Logic;
}

/** An invocation (DMN 1.5 §7.3.6): calls a function with a value for each parameter that is bound by name. */
export function compileInvocation(element: DmnElement, place: Place): Logic {
  const called = elementOf(element, 'calledFunction');
  if (called === undefined) reportNothingCalled(place);
  const callee = place.model.compile(called, place);
  const bindings = elementsOf(element, 'binding').map((binding) => compileBinding(binding, place));
  return (scope, going) => {
    const target = callee(scope, going);
    if (!isKinded(target) || target.kind !== 'function') {
      return going.run.warn('Expected an invocation to call a function, but there is none by that name');
    }
    const given = new Map(bindings.map(({ name, logic }) => [name, logic(scope, going)] as const));
    return call(target, given, going);
  };
}

function compileBinding(binding: DmnElement, place: Place): Binding {
  const parameter = elementOf(binding, 'parameter');
  const logic = place.model.compile(elementOf(binding, 'bindingFormula'), place);
  const type = place.model.typeOf(parameter && textOf(parameter, 'typeRef'), place.element);
  return { name: parameter ? feelNameOf(parameter) : '', logic: typed(logic, type) };
}

function call(target: FeelFunction, given: ReadonlyMap<string, FeelValue>, { run }: Going): FeelValue {
  const stranger = [...given.keys()].find((name) => !target.parameters.some((parameter) => parameter.name === name));
  if (stranger !== undefined) return run.warn(`Expected a parameter called '${stranger}', but the function has none`);
  return target.invoke(
    target.parameters.map(({ name }) => given.get(name) ?? null),
    run,
  );
}

const reportNothingCalled = ({ element, model }: Place): void =>
  model.report(
    error('invocation-target', element, {
      message: 'Expected the invocation to say which function it calls, but it does not',
      melding: 'Kallet sier ikke hva som skal kalles. Skriv navnet på funksjonen eller tjenesten.',
    }),
  );
