import type { FeelKind, FeelType, FeelValue } from '../../expression/values/feel-value.js';
import type { Run } from '../../expression/values/run.js';

/** Whether a value keeps what an item definition asks of it (`allowedValues`, `typeConstraint`). */
export type Restriction = (value: FeelValue, run: Run) => boolean;

/** A type as a decision model declares it (DMN 1.5 §7.3.3). */
export type ItemType =
  | { readonly kind: 'any' }
  | { readonly kind: 'base'; readonly base: FeelKind }
  | { readonly kind: 'list'; readonly items: ItemType }
  | { readonly kind: 'range'; readonly of: ItemType }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, ItemType> }
  | { readonly kind: 'function'; readonly parameters: readonly ItemType[]; readonly result: ItemType }
  | { readonly kind: 'restricted'; readonly of: ItemType; readonly isAllowed: Restriction; readonly written: string }
  | { readonly kind: 'named'; readonly name: string; readonly find: () => ItemType };

/** The type of everything. */
export const anyType: ItemType = { kind: 'any' };

/** A type without its name and its restrictions: what kind of thing it is. */
export function shapeOf(type: ItemType, deepest = 50): Exclude<ItemType, { kind: 'named' | 'restricted' }> {
  if (deepest === 0) return { kind: 'any' };
  if (type.kind === 'named') return shapeOf(type.find(), deepest - 1);
  return type.kind === 'restricted' ? shapeOf(type.of, deepest - 1) : type;
}

/** The values that a type allows, as they are written; absent when it allows all. */
export function allowedTextOf(type: ItemType, deepest = 50): string | undefined {
  if (deepest === 0) return undefined;
  if (type.kind === 'named') return allowedTextOf(type.find(), deepest - 1);
  return type.kind === 'restricted' ? type.written : undefined;
}

/**
 * Types as FEEL itself knows them, for `instance of`; what refers to itself is `Any` from there on. Each is made once, so
 * that types which use each other many times cost no more than their number.
 */
export function feelTypesOf(types: Iterable<readonly [string, ItemType]>): ReadonlyMap<string, FeelType> {
  const known = new Map<ItemType, FeelType>();
  const typeOf = (type: ItemType): FeelType => {
    const shape = shapeOf(type);
    const made = known.get(shape);
    if (made !== undefined) return made;
    known.set(shape, { type: 'Any' });
    const feelType = feelTypeOf(shape, typeOf);
    known.set(shape, feelType);
    return feelType;
  };
  return new Map([...types].map(([name, type]) => [name, typeOf(type)] as const));
}

function feelTypeOf(shape: ReturnType<typeof shapeOf>, typeOf: (type: ItemType) => FeelType): FeelType {
  switch (shape.kind) {
    case 'any':
      return { type: 'Any' };
    case 'base':
      return { type: shape.base };
    case 'list':
      return { type: 'list', items: typeOf(shape.items) };
    case 'range':
      return { type: 'range', of: typeOf(shape.of) };
    case 'context':
      return { type: 'context', entries: new Map([...shape.entries].map(([name, entry]) => [name, typeOf(entry)])) };
    case 'function':
      return { type: 'function', parameters: shape.parameters.map(typeOf), result: typeOf(shape.result) };
  }
}
