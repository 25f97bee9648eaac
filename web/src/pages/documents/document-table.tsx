import type { IncomingDocumentView } from '@contract/incoming-document.contract.js';
import { Button, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/dates.js';
import { numberOf } from './document-fields.js';

interface RowProps {
  readonly document: IncomingDocumentView;
  readonly all: readonly IncomingDocumentView[];
  /** Absent where the reader may not. */
  readonly correct: ((document: IncomingDocumentView) => void) | undefined;
}

function WhatItIs({ document, all }: Omit<RowProps, 'correct'>) {
  const { t } = useTranslation();
  const { title, documentType, exemptionLaw, corrects, reason, isVoid, id } = document;
  const corrected = all.find((one) => one.id === corrects);
  const corrector = all.find((one) => one.corrects === id);
  return (
    <>
      {title}
      <br />
      <span className="subtle">
        {t(`documents.types.${documentType}`)}.{' '}
        {exemptionLaw === null ? t('documents.public') : t('documents.exempt', { law: exemptionLaw })}.{' '}
        {corrected !== undefined && t('documents.correctsNumber', { number: numberOf(corrected), reason })}{' '}
        {isVoid && t('documents.isVoid')}
      </span>
      {corrector !== undefined && (
        <>
          <br />
          <strong>{t('documents.isCorrected', { number: numberOf(corrector) })}</strong>
        </>
      )}
    </>
  );
}

function Row({ document, all, correct }: RowProps) {
  const { t } = useTranslation();
  const number = numberOf(document);
  const { receivedOn, cameBy, senderKind, senderName, keptAt, registeredBy } = document;
  const mayCorrect = correct !== undefined && !all.some(({ corrects }) => corrects === document.id);
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('documents.number')}>
        {number}
      </Table.HeaderCell>
      <Table.Cell data-label={t('documents.document')}>
        <WhatItIs document={document} all={all} />
      </Table.Cell>
      <Table.Cell data-label={t('documents.came')}>
        {formatDate(receivedOn)}
        <br />
        <span className="subtle">{t(`documents.ways.${cameBy}`)}</span>
      </Table.Cell>
      <Table.Cell data-label={t('documents.from')}>{senderName ?? t(`documents.senders.${senderKind}`)}</Table.Cell>
      <Table.Cell data-label={t('documents.kept')}>{keptAt}</Table.Cell>
      <Table.Cell data-label={t('documents.by')}>{registeredBy}</Table.Cell>
      {correct !== undefined && (
        <Table.Cell data-label={t('documents.act')}>
          {mayCorrect && (
            <Button
              variant="secondary"
              data-size="sm"
              aria-label={t('documents.correctOne', { number })}
              onClick={() => correct(document)}
            >
              {t('documents.correct')}
            </Button>
          )}
        </Table.Cell>
      )}
    </Table.Row>
  );
}

const columns = ['number', 'document', 'came', 'from', 'kept', 'by'] as const;

/** The documents of a case, those that correct others among them. */
export function DocumentTable({ all, correct }: Omit<RowProps, 'document'>) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone" data-size="sm" aria-label={t('documents.list')}>
      <Table.Head>
        <Table.Row>
          {[...columns, ...(correct === undefined ? [] : (['act'] as const))].map((column) => (
            <Table.HeaderCell key={column}>{t(`documents.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {all.map((document) => (
          <Row key={document.id} document={document} all={all} correct={correct} />
        ))}
      </Table.Body>
    </Table>
  );
}
