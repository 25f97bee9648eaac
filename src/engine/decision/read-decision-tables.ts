import { elementOf, elementsOf, nameOf, textOf, type DmnElement } from './read/dmn-element.js';
import { parseDmn } from './read/parse-dmn.js';

/** A cell of a decision table: the text under the name of its column. */
export interface WrittenCell {
  readonly column: string;
  readonly text: string;
}

/** A rule of a decision table as its author wrote it. */
export interface WrittenRule {
  readonly id: string | null;
  /** What must hold; inputs that may be anything are left out (DMN 1.5 §8.3.3). */
  readonly tests: readonly WrittenCell[];
  readonly results: readonly WrittenCell[];
  /** What its author says of it, a text for each column of annotations that it fills (§8.2.12). */
  readonly annotations: readonly string[];
}

/** An output of a decision table as its author wrote it. */
export interface WrittenOutput {
  readonly column: string;
  readonly label: string | null;
  readonly type: string | null;
  /** The FEEL tests of what may stand in it (`outputValues`). */
  readonly values: string | null;
}

/** A decision table as its author wrote it (DMN 1.5 §8): to be read by people, not to be asked. */
export interface WrittenTable {
  /** Id of the decision whose logic it is. */
  readonly decision: string;
  /** What its author says of the decision (`description`). */
  readonly about: string | null;
  /** What it answers, as a sentence (DMN 1.5 §6.3.7, `question`). */
  readonly question: string | null;
  readonly outputs: readonly WrittenOutput[];
  readonly rules: readonly WrittenRule[];
}

/** The decision tables of a DMN document, in the order in which they are written; none where it cannot be parsed. */
export async function readDecisionTables(xml: string): Promise<readonly WrittenTable[]> {
  const parsed = await parseDmn(xml);
  return parsed.ok ? elementsOf(parsed.root, 'drgElement').flatMap(tableOf) : [];
}

function tableOf(decision: DmnElement): readonly WrittenTable[] {
  const table = decision.$type === 'dmn:Decision' ? elementOf(decision, 'decisionLogic') : undefined;
  if (table?.$type !== 'dmn:DecisionTable') return [];

  const inputs = elementsOf(table, 'input').map(labelOf);
  const outputs = elementsOf(table, 'output').map(outputOf);
  const columns = outputs.map(({ column }) => column);
  const rules = elementsOf(table, 'rule').map((rule) => ({
    id: textOf(rule, 'id') ?? null,
    tests: cellsOf(elementsOf(rule, 'inputEntry'), inputs).filter(({ text }) => text !== '-'),
    results: cellsOf(elementsOf(rule, 'outputEntry'), columns),
    annotations: elementsOf(rule, 'annotationEntry').flatMap((entry) => textOf(entry, 'text') ?? []),
  }));
  const id = textOf(decision, 'id') ?? nameOf(decision);
  const said = { about: textOf(decision, 'description') ?? null, question: textOf(decision, 'question') ?? null };
  return [{ decision: id, ...said, outputs, rules }];
}

function outputOf(output: DmnElement): WrittenOutput {
  const values = elementOf(output, 'outputValues');
  return {
    column: nameOf(output) || labelOf(output),
    label: textOf(output, 'label') ?? null,
    type: textOf(output, 'typeRef') ?? null,
    values: (values && textOf(values, 'text')) ?? null,
  };
}

function labelOf(column: DmnElement): string {
  const expression = elementOf(column, 'inputExpression');
  return textOf(column, 'label') ?? (expression && textOf(expression, 'text')) ?? '';
}

const cellsOf = (cells: readonly DmnElement[], columns: readonly string[]): readonly WrittenCell[] =>
  cells.map((cell, at) => ({ column: columns[at] ?? '', text: textOf(cell, 'text') ?? '-' }));
