import type { ChangedDecisionsView } from '@contract/changed-decision.contract.js';
import { Heading, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { formatDate } from '../../i18n/dates.js';

const columns = ['outcome', 'cause', 'learned', 'law', 'case'] as const;

/** The decisions that were changed in one week, the newest first. */
export function ChangedDecisionTable({ week, items }: Pick<ChangedDecisionsView, 'items'> & { readonly week: string }) {
  const { t } = useTranslation();
  const [year, number] = week.split('-');
  return (
    <section aria-labelledby={`uke-${week}`} className="stack-tight">
      <Heading level={3} data-size="2xs" id={`uke-${week}`}>
        {t('changedDecisions.week', { week: Number(number), year })}
      </Heading>
      <Table className="cards-on-phone" data-size="sm" aria-labelledby={`uke-${week}`}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('changedDecisions.on')}</Table.HeaderCell>
            {columns.map((column) => (
              <Table.HeaderCell key={column}>{t(`changedDecisions.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {items.map((item) => (
            <Table.Row key={item.id}>
              <Table.HeaderCell scope="row" data-label={t('changedDecisions.on')}>
                {formatDate(item.on)}
              </Table.HeaderCell>
              <Table.Cell data-label={t('changedDecisions.outcome')}>{item.outcome}</Table.Cell>
              <Table.Cell data-label={t('changedDecisions.cause')}>{item.cause}</Table.Cell>
              <Table.Cell data-label={t('changedDecisions.learned')}>{item.learned ?? '–'}</Table.Cell>
              <Table.Cell data-label={t('changedDecisions.law')}>{item.legalBasis ?? '–'}</Table.Cell>
              <Table.Cell data-label={t('changedDecisions.case')}>
                <PageLink to="/saker/$caseId" params={{ caseId: item.processInstanceId }}>
                  {item.title}
                </PageLink>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}
