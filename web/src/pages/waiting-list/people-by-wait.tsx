import type { WaitingListView } from '@contract/waiting-list.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';

/** How many have waited for how long, by the thresholds that the municipality has chosen; a hidden figure is said to be hidden. */
export function PeopleByWait({ list: { waits } }: { readonly list: WaitingListView }) {
  const { t } = useTranslation();
  return (
    <Section title={t('waitingList.waits')}>
      <p>
        {t('waitingList.waitsLead')} <PageLink to="/regler">{t('waitingList.waitsLink')}</PageLink>
      </p>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('waitingList.waited')}</Table.HeaderCell>
            <Table.HeaderCell>{t('waitingList.people')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {waits.map(({ from, to, people }) => (
            <Table.Row key={from}>
              <Table.HeaderCell scope="row">
                {to === null ? t('waitingList.from', { from }) : t('waitingList.between', { from, to })}
              </Table.HeaderCell>
              <Table.Cell>{people ?? t('waitingList.hidden')}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  );
}
