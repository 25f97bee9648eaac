import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** A row: its name, and a cell for each column after the first. */
export interface NumberRow {
  readonly name: string;
  readonly cells: readonly ReactNode[];
}

interface NumberTableProps {
  readonly columns: readonly string[];
  readonly rows: readonly NumberRow[];
  readonly hidden: string;
  /** Id of what says what the table is of. */
  readonly labelledBy?: string;
}

/** A table of figures; what is null is said to be hidden. On a phone each row is a card. */
export function NumberTable({ columns, rows, hidden, labelledBy }: NumberTableProps) {
  const [first = '', ...others] = columns;
  return (
    <Table className="cards-on-phone" data-size="sm" aria-labelledby={labelledBy}>
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column}>{column}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map(({ name, cells }) => (
          <Table.Row key={name}>
            <Table.HeaderCell scope="row" data-label={first}>
              {name}
            </Table.HeaderCell>
            {others.map((column, place) => (
              <Table.Cell key={column} data-label={column}>
                {cells[place] ?? <span className="subtle">{hidden}</span>}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
