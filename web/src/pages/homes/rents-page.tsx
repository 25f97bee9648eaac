import { rentClaimSchema } from '@contract/rent.contract.js';
import { leaseRowSchema } from '@contract/lease-file.contract.js';
import { routes } from '@contract/routes.contract.js';
import type { ArrearsView } from '@contract/rent.contract.js';
import { Paragraph, Table } from '@digdir/designsystemet-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { arrearsQuery } from '../../api/home-queries.js';
import { meQuery } from '../../api/queries.js';
import { keepsRents } from '../../app/groups.js';
import { Empty } from '../../components/empty.js';
import { FileImport } from '../../components/file-import.js';
import { FileLinks } from '../../components/file-links.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { formatShortDate } from '../../i18n/dates.js';

const columns = ['tenant', 'home', 'owed', 'oldest', 'case'] as const;

function Arrears({ row: it }: { readonly row: ArrearsView }) {
  const { t } = useTranslation();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('rents.column.tenant')}>
        {it.personName ?? it.person}
      </Table.HeaderCell>
      <Table.Cell data-label={t('rents.column.home')}>
        <PageLink to="/boliger/$homeId" params={{ homeId: it.home }}>
          {it.homeName}
        </PageLink>
      </Table.Cell>
      <Table.Cell data-label={t('rents.column.owed')}>{t('rents.kroner', { amount: it.owed })}</Table.Cell>
      <Table.Cell data-label={t('rents.column.oldest')}>{formatShortDate(it.oldestDueOn)}</Table.Cell>
      <Table.Cell data-label={t('rents.column.case')}>
        {it.processInstanceId === null ? (
          <span className="subtle">{t('rents.noCase')}</span>
        ) : (
          <PageLink to="/saker/$caseId" params={{ caseId: it.processInstanceId }}>
            {t('rents.openCase')}
          </PageLink>
        )}
      </Table.Cell>
    </Table.Row>
  );
}

function ArrearsTable({ rows }: { readonly rows: readonly ArrearsView[] }) {
  const { t } = useTranslation();
  const amount = rows.reduce((sum, { owed }) => sum + owed, 0);
  return (
    <>
      <p>{t('rents.sum', { count: rows.length, amount })}</p>
      <Table className="cards-on-phone" data-size="sm" hover>
        <Table.Head>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column}>{t(`rents.column.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <Arrears key={row.tenancy} row={row} />
          ))}
        </Table.Body>
      </Table>
      <p className="subtle">{t('rents.nav')}</p>
    </>
  );
}

/** The leases that owe rent, as files too; the landlord reads in what the accounts say. */
export function RentsPage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const { data, error } = useQuery(arrearsQuery());

  return (
    <Page title={t('rents.title')} lead={t('rents.lead')}>
      {error !== null && <ProblemAlert error={error} />}
      {data === undefined && error === null && <Paragraph role="status">{t('rents.loading')}</Paragraph>}
      {data?.items.length === 0 && <Empty text={t('rents.empty')} next={t('rents.emptyNext')} />}
      {data !== undefined && data.items.length > 0 && <ArrearsTable rows={data.items} />}
      <Section title={t('rents.files')}>
        <FileLinks path={routes.rentArrearsFile} what={t('rents.arrears')} />
      </Section>
      <Section title={t('rents.leases.title')}>
        <FileLinks path={routes.leaseFile} what={t('rents.leases.what')} />
      </Section>
      {keepsRents(me) && (
        <Section title={t('rents.leases.import')}>
          <FileImport
            path={routes.leaseImport}
            label={t('rents.leases.label')}
            hint={t('rents.leases.hint')}
            rows={leaseRowSchema}
          />
        </Section>
      )}
      {keepsRents(me) && (
        <Section title={t('rents.import')}>
          <FileImport
            path={routes.rentFileImport}
            label={t('rents.importLabel')}
            hint={t('rents.importHint')}
            rows={rentClaimSchema}
          />
        </Section>
      )}
    </Page>
  );
}
