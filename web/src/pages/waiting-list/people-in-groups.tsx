import type { WaitingListView } from '@contract/waiting-list.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';

/** How many wait in each place group; a hidden figure is said to be hidden. */
export function PeopleInGroups({ list: { groups, waiting } }: { readonly list: WaitingListView }) {
  const { t } = useTranslation();
  return (
    <Section title={t('waitingList.groups')}>
      <p role="status">
        {waiting === null ? t('waitingList.totalHidden') : t('waitingList.total', { count: waiting })}{' '}
        <PageLink to="/prioriteringsnokkel">{t('waitingList.keyLink')}</PageLink>
      </p>
      {groups.length > 0 && (
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('waitingList.group')}</Table.HeaderCell>
              <Table.HeaderCell>{t('waitingList.people')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {groups.map(({ group, people }) => (
              <Table.Row key={group}>
                <Table.HeaderCell scope="row">{t('waitingList.groupOf', { group })}</Table.HeaderCell>
                <Table.Cell>{people ?? t('waitingList.hidden')}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Section>
  );
}
