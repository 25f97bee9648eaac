import type { VariableType, VariableTypes } from '../../definition/variable-type.js';
import {
  elementOf,
  elementsOf,
  extensionsOf,
  feelAttribute,
  idOfElement,
  textOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import { carriedBy } from './carried-item.js';
import { typeOf } from './read-type.js';
import { namesOfValue, variableName } from './variable-name.js';

/** What a place declares of its own: a name with its type, or one that is plain JSON and hides a type from outside. */
type Own = readonly (readonly [string, VariableType | undefined])[];

/**
 * By scope and node of a process: the types of the names that are seen from there (BPMN 2.0.2 §8.4.10, §10.4.1). Absent
 * where no item definition of the process has a type that we know.
 */
export function readTypes(process: ModdleElement): ReadonlyMap<string, VariableTypes> | undefined {
  const types = new Map<string, VariableTypes>();
  const visit = (element: ModdleElement, around: VariableTypes): void => {
    const inside = laidOver(around, ownOf(element, around));
    types.set(idOfElement(element), inside);
    elementsOf(element, 'flowElements')
      .filter(isNode)
      .forEach((inner) => visit(inner, inside));
  };
  visit(process, new Map());
  return [...types.values()].some(({ size }) => size > 0) ? types : undefined;
}

const isNode = (element: ModdleElement): boolean =>
  element.$type !== 'bpmn:SequenceFlow' && !element.$type.startsWith('bpmn:Data');

function laidOver(around: VariableTypes, own: Own): VariableTypes {
  if (own.length === 0) return around;
  const types = new Map(around);
  for (const [name, type] of own) {
    if (type === undefined) types.delete(name);
    else types.set(name, type);
  }
  return types;
}

// In the order in which they hide each other: what a scope holds lives inside the activity that it is the scope of.
const ownOf = (element: ModdleElement, around: VariableTypes): Own => [
  ...mappedInto(element, around),
  ...itemsOf(element, around),
  ...inputsAndOutputs(element),
  ...[...elementsOf(element, 'properties'), ...elementsOf(element, 'flowElements').filter(isHeld)].map(declared),
];

const isHeld = ({ $type }: ModdleElement): boolean => $type.startsWith('bpmn:Data');

function declared(element: ModdleElement): Own[number] {
  const held = elementOf(element, 'dataObjectRef') ?? elementOf(element, 'dataStoreRef');
  return [variableName(element), typeOf(element) ?? (held && typeOf(held))];
}

/** What mappings of ours make: a copy of a variable keeps its type. */
const mappedInto = (element: ModdleElement, around: VariableTypes): Own =>
  extensionsOf(element, 'boligflyt:Input').map((mapping) => [
    textOf(mapping, 'target') ?? '',
    around.get(feelAttribute(mapping, 'source') ?? ''),
  ]);

function inputsAndOutputs(element: ModdleElement): Own {
  const specification = elementOf(element, 'ioSpecification') ?? element;
  const inputs = elementsOf(specification, 'dataInputs');
  const outputs = elementsOf(specification, 'dataOutputs');
  if (inputs.length + outputs.length === 0) return [];
  const { input, output } = carriedBy(element);
  return [
    ...inputs.map((one) => [variableName(one), typeOf(one, inputs.length === 1 ? input : undefined)] as const),
    ...outputs.flatMap((one) => {
      const type = typeOf(one, outputs.length === 1 ? output : undefined);
      return (namesOfValue(one) ?? []).map((name) => [name, type] as const);
    }),
  ];
}

/** The items of a multi-instance: without a type of their own, they are of the type of the list’s items (BPMN 2.0.2 §10.3.8). */
function itemsOf(element: ModdleElement, around: VariableTypes): Own {
  const loop = elementOf(element, 'loopCharacteristics');
  if (loop === undefined) return [];
  const variable = textOf(loop, 'elementVariable');
  const listed = around.get(feelAttribute(loop, 'collection') ?? '');
  return [
    ['loopCounter', undefined],
    ...(variable === undefined ? [] : [[variable, oneOf(listed)] as const]),
    ...itemOf(loop, 'inputDataItem', 'loopDataInputRef'),
    ...itemOf(loop, 'outputDataItem', 'loopDataOutputRef'),
  ];
}

function itemOf(loop: ModdleElement, item: string, list: string): Own {
  const one = elementOf(loop, item);
  const all = elementOf(loop, list);
  return one === undefined ? [] : [[variableName(one), typeOf(one) ?? oneOf(all && typeOf(all))]];
}

const oneOf = (list: VariableType | undefined): VariableType | undefined =>
  list?.isList === true ? { ...list, isList: false } : undefined;
