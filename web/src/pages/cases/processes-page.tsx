import { Table } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processesQuery } from '../../api/operation-queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { formatShortDate } from '../../i18n/dates.js';
import type { bokmaal } from '../../i18n/messages.js';

const columns = ['name', 'family', 'version', 'deployed'] as const;
type Family = keyof typeof bokmaal.operation.processes.families;

function useFamilyName(): (family: string) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (family: string): family is Family => i18n.exists(`operation.processes.families.${family}`);
  return (family) => (isKnown(family) ? t(`operation.processes.families.${family}`) : family);
}

/** The processes in use, each with its newest version. */
export function ProcessesPage() {
  const { t } = useTranslation();
  const familyName = useFamilyName();
  const { data } = useSuspenseQuery(processesQuery());

  return (
    <Page title={t('operation.processes.title')} lead={t('operation.processes.lead')}>
      {data.items.length === 0 && (
        <Empty text={t('operation.processes.empty')} next={t('operation.processes.emptyNext')} />
      )}
      {data.items.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" aria-label={t('operation.processes.title')}>
          <Table.Head>
            <Table.Row>
              {columns.map((column) => (
                <Table.HeaderCell key={column}>{t(`operation.processes.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {data.items.map(({ key, name, family, version, deployedAt }) => (
              <Table.Row key={key}>
                <Table.HeaderCell scope="row" data-label={t('operation.processes.name')}>
                  <PageLink to="/prosesser/$processKey" params={{ processKey: key }}>
                    {name}
                  </PageLink>
                </Table.HeaderCell>
                <Table.Cell data-label={t('operation.processes.family')}>{familyName(family)}</Table.Cell>
                <Table.Cell data-label={t('operation.processes.version')}>{version}</Table.Cell>
                <Table.Cell data-label={t('operation.processes.deployed')}>{formatShortDate(deployedAt)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Page>
  );
}
