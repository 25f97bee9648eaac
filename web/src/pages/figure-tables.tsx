import type { Figures } from '@contract/figures.contract.js';
import { Heading, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

type FigureTable = Figures['tables'][number];

/** Tables of figures, each with what is counted; a hidden figure is said to be hidden. */
export function FigureTables({ tables }: { readonly tables: readonly FigureTable[] }) {
  return (
    <div className="stack">
      {tables.map((table) => (
        <OneTable key={table.id} table={table} />
      ))}
    </div>
  );
}

function OneTable({ table: { id, title, about, columns, rows } }: { readonly table: FigureTable }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby={`tall-${id}`} className="stack-tight">
      <div>
        <Heading level={3} data-size="2xs" id={`tall-${id}`}>
          {title}
        </Heading>
        <p className="subtle">{about}</p>
      </div>
      {rows.length === 0 && <p>{t('figures.none')}</p>}
      {rows.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" aria-labelledby={`tall-${id}`}>
          <Table.Head>
            <Table.Row>
              {[t('figures.name'), ...columns].map((column) => (
                <Table.HeaderCell key={column}>{column}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map(({ name, cells }) => (
              <Table.Row key={name}>
                <Table.HeaderCell scope="row" data-label={t('figures.name')}>
                  {name}
                </Table.HeaderCell>
                {columns.map((column, place) => (
                  <Table.Cell key={column} data-label={column}>
                    {cells[place] ?? <span className="subtle">{t('figures.hidden')}</span>}
                  </Table.Cell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </section>
  );
}
