import type { ApplicationView } from '@contract/application.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { applicationsQuery } from '../../api/people-queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { formatShortDate } from '../../i18n/dates.js';
import { ForwardApplication } from './forward-application.js';

function Way({ application: { forwardedAt, receiptAt } }: { readonly application: ApplicationView }) {
  const { t } = useTranslation();
  return (
    <ul className="plain tight">
      <li>
        {forwardedAt === null
          ? t('applications.direct')
          : t('applications.forwarded', { date: formatShortDate(forwardedAt) })}
      </li>
      <li className="subtle">
        {receiptAt === null
          ? t('applications.noReceipt')
          : t('applications.receipt', { date: formatShortDate(receiptAt) })}
      </li>
    </ul>
  );
}

function Applications({ items }: { readonly items: readonly ApplicationView[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <Empty text={t('applications.empty')} next={t('applications.emptyNext')} />;
  return (
    <Table className="cards-on-phone" data-size="sm">
      <Table.Head>
        <Table.Row>
          {(['application', 'receivedOn', 'receivedBy', 'belongsTo', 'way'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`applications.column.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map((application) => (
          <Table.Row key={application.id}>
            <Table.HeaderCell scope="row" data-label={t('applications.column.application')}>
              {application.title}
            </Table.HeaderCell>
            <Table.Cell data-label={t('applications.column.receivedOn')}>
              {formatShortDate(application.receivedOn)}
            </Table.Cell>
            <Table.Cell data-label={t('applications.column.receivedBy')}>{application.receivedBy.name}</Table.Cell>
            <Table.Cell data-label={t('applications.column.belongsTo')}>{application.belongsTo.name}</Table.Cell>
            <Table.Cell data-label={t('applications.column.way')}>
              <Way application={application} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

/** The applications that came to the reader's unit, and the way to send on those that belong to another. */
export function ApplicationsPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(applicationsQuery());

  return (
    <Page title={t('applications.title')} lead={t('applications.lead')}>
      <Section title={t('applications.list')}>
        <Applications items={data.items} />
      </Section>
      <Section title={t('applications.forward.title')}>
        <ForwardApplication elsewhere={data.elsewhere} />
      </Section>
    </Page>
  );
}
