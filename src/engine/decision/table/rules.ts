import { error } from '../../xml/diagnostic.js';
import { compileTest, feelTextOf } from '../logic/feel-text.js';
import { typed, type Logic, type Place } from '../logic/logic.js';
import { elementsOf, textOf, type DmnElement } from '../read/dmn-element.js';
import type { OutputClause, Test } from './clauses.js';

/** A rule: a test for each input (none where anything goes), a value for each output. Annotations say nothing to it. */
export interface Rule {
  readonly number: number;
  readonly id: string | null;
  readonly tests: readonly (Test | undefined)[];
  readonly outputs: readonly Logic[];
}

/** Reads the rules of a table, each with as many cells as the table has columns. */
export function readRules(table: DmnElement, inputs: number, { outputs, place }: Columns): readonly Rule[] {
  return elementsOf(table, 'rule').map((rule, at) => {
    const id = textOf(rule, 'id') ?? null;
    const cells = elementsOf(rule, 'inputEntry');
    const results = elementsOf(rule, 'outputEntry');
    const ruled = { ...place, element: id ?? place.element };
    if (cells.length !== inputs || results.length !== outputs.length) reportCells(ruled, at + 1);
    return {
      number: at + 1,
      id,
      tests: cells.map((cell) => readTest(cell, { ...ruled, element: textOf(cell, 'id') ?? ruled.element })),
      outputs: outputs.map(({ type }, column) => typed(place.model.compile(results[column], ruled), type)),
    };
  });
}

/** What the cells of a rule stand under. */
export interface Columns {
  readonly outputs: readonly OutputClause[];
  readonly place: Place;
}

function readTest(cell: DmnElement, place: Place): Test | undefined {
  const source = feelTextOf(cell, place);
  return source === undefined || source === '-' ? undefined : compileTest(source, place);
}

const reportCells = ({ element, model }: Place, number: number): void =>
  model.report(
    error('rule-cells', element, {
      message: `Expected rule ${number} to have a cell for each column of the table, but it has not`,
      melding: `Regel ${number} har ikke like mange celler som tabellen har kolonner. Rett regelen.`,
    }),
  );
