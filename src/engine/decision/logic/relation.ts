import { error } from '../../xml/diagnostic.js';
import { elementsOf, nameOf, textOf, type DmnElement } from '../read/dmn-element.js';
import { typed, type Logic, type Place } from './logic.js';

/** A relation (DMN 1.5 §10.2.1.6): a list of contexts, one a row, with the names of the columns. */
export function compileRelation(element: DmnElement, place: Place): Logic {
  const columns = elementsOf(element, 'column').map((column) => ({
    name: nameOf(column),
    type: place.model.typeOf(textOf(column, 'typeRef'), place.element),
  }));
  const rows = elementsOf(element, 'row').map((row, at) => {
    const cells = elementsOf(row, 'elements');
    if (cells.length !== columns.length) reportRow(place, at + 1, { cells: cells.length, columns: columns.length });
    return columns.map(({ name, type }, column) => ({
      name,
      logic: typed(place.model.compile(cells[column], place), type),
    }));
  });
  return (scope, going) =>
    rows.map((cells) => new Map(cells.map(({ name, logic }) => [name, logic(scope, going)] as const)));
}

function reportRow(
  { element, model }: Place,
  row: number,
  found: { readonly cells: number; readonly columns: number },
): void {
  model.report(
    error('relation-row', element, {
      message: `Expected row ${row} of the relation to have ${found.columns} cells, but it has ${found.cells}`,
      melding: `Rad ${row} i relasjonen har ikke like mange celler som relasjonen har kolonner. Rett raden.`,
    }),
  );
}
