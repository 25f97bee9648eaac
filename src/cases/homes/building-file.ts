import type { BuildingFacts, BuildingRecord } from '../../runtime/homes/building-record.js';
import type { JsonObject } from '../../shared/json.js';
import { factsOfBuilding } from './keep-homes.js';
import type { FileColumns } from './table-file.js';

/** The columns of a file of buildings. A constraint is `kjonn=kvinne`, a repair rule `vann=borettslag` or `vann=borettslag: ring først`. */
export const buildingColumns: FileColumns = {
  id: 'text',
  name: 'text',
  address: 'text',
  groups: 'list',
  owner: 'text',
  responsibleUnit: 'text',
  capacity: 'number',
  status: 'text',
  finishedOn: 'text',
  constraints: 'list',
  repairRules: 'list',
  meetingEvery: 'text',
  source: 'text',
  notes: 'text',
};

/** What a file says of a building, for export. */
export function rowOfBuilding(record: BuildingRecord): JsonObject {
  const { constraints, repairRules, ...plain } = factsOfBuilding(record);
  const facts: JsonObject = JSON.parse(JSON.stringify({ id: record.id, ...plain }));
  return {
    ...Object.fromEntries(Object.entries(facts).filter(([name]) => buildingColumns[name] !== undefined)),
    constraints: Object.entries(constraints).map(([name, value]) => `${name}=${String(value)}`),
    repairRules: repairRules.map(({ work, responsible, note }) =>
      note === undefined ? `${work}=${responsible}` : `${work}=${responsible}: ${note}`,
    ),
  };
}

/** Constraints as a file writes them. */
export const constraintsIn = (cells: readonly string[]): BuildingFacts['constraints'] =>
  Object.fromEntries(cells.map((cell) => [cell.slice(0, cell.indexOf('=')), cell.slice(cell.indexOf('=') + 1)]));

/** A repair rule as a file writes it, in its parts: the work, who does it, and what is said of it. */
export function repairRuleIn(cell: string): {
  readonly work: string;
  readonly responsible: string;
  readonly note?: string;
} {
  const [, work = '', responsible = '', note] = /^([^=]*)=([^:]*)(?::\s*(.*))?$/s.exec(cell) ?? [];
  return { work, responsible: responsible.trim(), ...(note === undefined ? {} : { note }) };
}
