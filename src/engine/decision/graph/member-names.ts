import { isDmnElement, nameOf, type DmnElement } from '../read/dmn-element.js';

// A variable called `a-b` is a name only where it is in sight; a component is one wherever a dot goes before it.
const needsTelling: ReadonlyMap<string, RegExp> = new Map([
  ['dmn:ItemDefinition', /[^\p{L}\p{N}_]/u],
  ['dmn:OutputClause', /[^\p{L}\p{N}_]/u],
  ['dmn:InformationItem', /\s/],
]);

/** Names in a document that may follow a dot: components, entries, columns and outputs. Plain words need no telling. */
export function memberNamesOf(root: DmnElement): readonly string[] {
  const found = new Set<string>();
  const visit = (element: DmnElement): void => {
    if (needsTelling.get(element.$type)?.test(nameOf(element)) === true) found.add(nameOf(element));
    for (const value of Object.values(element)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isDmnElement(child)) visit(child);
    }
  };
  visit(root);
  return [...found];
}
