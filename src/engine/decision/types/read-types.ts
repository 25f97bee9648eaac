import type { Run } from '../../expression/values/run.js';
import type { FeelValue } from '../../expression/values/feel-value.js';
import { feelKindNamed } from '../../expression/values/type-names.js';
import { error } from '../../xml/diagnostic.js';
import { compileTest, feelTextOf } from '../logic/feel-text.js';
import type { Place } from '../logic/logic.js';
import { elementOf, elementsOf, feelNameOf, nameOf, textOf, type DmnElement } from '../read/dmn-element.js';
import { anyType, type ItemType, type Restriction } from './item-type.js';

/** The item definitions of a model (DMN 1.5 §7.3.3) by name, put into `types`; those that only name each other are refused. */
export function readTypes(root: DmnElement, place: Place, types: Map<string, ItemType>): void {
  const definitions = elementsOf(root, 'itemDefinition');
  for (const definition of definitions) {
    const name = feelNameOf(definition);
    types.set(name, readItem(definition, { ...place, element: textOf(definition, 'id') ?? name }));
  }
  for (const name of types.keys()) {
    if (!namesOnlyItself(types, name)) continue;
    types.set(name, anyType);
    reportCycle(place, name);
  }
}

function readItem(item: DmnElement, place: Place): ItemType {
  const allowed = restricted(bareType(item, place), elementOf(item, 'allowedValues'), place);
  const whole: ItemType = item.get('isCollection') === true ? { kind: 'list', items: allowed } : allowed;
  return restricted(whole, elementOf(item, 'typeConstraint'), place);
}

function bareType(item: DmnElement, place: Place): ItemType {
  const components = elementsOf(item, 'itemComponent');
  if (components.length > 0) {
    const entries = components.map((component) => [nameOf(component), readItem(component, place)] as const);
    return { kind: 'context', entries: new Map(entries) };
  }
  const callable = elementOf(item, 'functionItem');
  if (callable !== undefined) return readFunctionItem(callable, place);
  return place.model.typeOf(textOf(item, 'typeRef'), place.element);
}

const readFunctionItem = (callable: DmnElement, { model, element }: Place): ItemType => ({
  kind: 'function',
  parameters: elementsOf(callable, 'parameters').map((one) => model.typeOf(textOf(one, 'typeRef'), element)),
  result: model.typeOf(textOf(callable, 'outputTypeRef'), element),
});

function restricted(type: ItemType, tests: DmnElement | undefined, place: Place): ItemType {
  const written = tests && feelTextOf(tests, place);
  if (written === undefined || written === '-') return type;
  const test = compileTest(written, place);
  const isAllowed: Restriction = (value: FeelValue, run: Run) =>
    test(value)({ get: () => undefined }, { run, matched: () => undefined }) === true;
  return { kind: 'restricted', of: type, isAllowed, written };
}

function namesOnlyItself(types: ReadonlyMap<string, ItemType>, name: string): boolean {
  const seen = new Set<string>([name]);
  for (let type = types.get(name); type !== undefined;) {
    if (type.kind === 'restricted') type = type.of;
    else if (type.kind !== 'named' || !types.has(type.name)) return false;
    else if (seen.has(type.name)) return true;
    else {
      seen.add(type.name);
      type = types.get(type.name);
    }
  }
  return false;
}

const reportCycle = ({ model }: Place, name: string): void =>
  model.report(
    error('type-cycle', name, {
      message: `Expected type '${name}' to be made of something, but it only names itself`,
      melding: `Typen «${name}» viser bare til seg selv. Gi den en grunntype.`,
    }),
  );

const shapes: ReadonlyMap<string, ItemType> = new Map<string, ItemType>([
  ['Any', anyType],
  ['any', anyType],
  ['Null', anyType],
  ['list', { kind: 'list', items: anyType }],
  ['context', { kind: 'context', entries: new Map() }],
  ['function', { kind: 'function', parameters: [], result: anyType }],
  ['range', { kind: 'range', of: anyType }],
]);

/** A type of FEEL itself by its name, in any of the spellings that DMN has had; absent where it is none. */
export function feelBaseType(name: string): ItemType | undefined {
  const base = feelKindNamed(name);
  if (base !== undefined) return { kind: 'base', base };
  const inner = /^(list|range)<(.+)>$/.exec(name);
  if (inner?.[2] === undefined) return shapes.get(name);
  const of = feelBaseType(inner[2].trim());
  return of && (inner[1] === 'list' ? { kind: 'list', items: of } : { kind: 'range', of });
}
