import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { columnsOf, type FileColumn, type RowSchema } from '../forms/file-columns.js';

// Spreadsheets read CSV without a byte order mark as Latin-1.
const emptyFile = (columns: readonly FileColumn[]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${columns.map(({ name }) => name).join(';')}\r\n`)}`;

interface FileColumnsProps {
  /** What each row is checked by. */
  readonly rows: RowSchema;
  /** What the empty file is called. */
  readonly fileName: string;
}

/** What may stand in each column of a file, and an empty file with the columns. */
export function FileColumns({ rows, fileName }: FileColumnsProps) {
  const { t } = useTranslation();
  const columns = columnsOf(rows);
  return (
    <Details data-size="sm">
      <Details.Summary>{t('files.columns')}</Details.Summary>
      <Details.Content>
        <p>
          <a className="ds-link" href={emptyFile(columns)} download={fileName}>
            {t('files.empty')}
          </a>
        </p>
        <ul>
          {columns.map(({ name, isRequired, kind, words }) => (
            <li key={name}>
              <code>{name}</code>: {t(`files.column.${kind}`, { words: words.join(', ') })}
              {isRequired && `. ${t('files.required')}`}
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
