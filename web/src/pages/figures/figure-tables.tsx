import type { Figures } from '@contract/figures.contract.js';
import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { NumberTable } from '../../components/number-table.js';

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
        <NumberTable
          columns={[t('figures.name'), ...columns]}
          rows={rows}
          hidden={t('figures.hidden')}
          labelledBy={`tall-${id}`}
        />
      )}
    </section>
  );
}
