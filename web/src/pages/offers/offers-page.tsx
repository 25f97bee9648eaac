import type { OfferListView } from '@contract/offer.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { offersQuery } from '../../api/queries.js';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { Empty } from '../../components/empty.js';
import { useGroupName } from '../../components/group-names.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { formatShortDate } from '../../i18n/dates.js';
import { MoreTime } from './more-time.js';

const colors = {
  'velg-boliger': 'info',
  visning: 'info',
  'svar-pa-tilbud': 'warning',
  'kontakt-soker': 'danger',
} as const;

interface OfferProps {
  readonly offer: OfferListView['items'][number];
}

function Homes({ offer: { alternatives, step } }: OfferProps) {
  const { t } = useTranslation();
  if (alternatives.length === 0) return step === 'velg-boliger' ? t('offers.notChosen') : null;
  return (
    <>
      <ul className="plain tight">
        {alternatives.map((home) => (
          <li key={home}>{home}</li>
        ))}
      </ul>
      {alternatives.length === 1 && (
        <Tag data-color="warning" data-size="sm">
          {t('offers.onlyOne')}
        </Tag>
      )}
    </>
  );
}

function Viewings({ offer: { viewings } }: OfferProps) {
  const { t } = useTranslation();
  if (viewings.length === 0) return t('offers.notShown');
  return (
    <ul className="plain tight">
      {viewings.map(({ home, on }) => (
        <li key={home}>
          {on === null ? t('offers.viewingUnknown', { home }) : t('offers.viewing', { home, on: formatShortDate(on) })}
        </li>
      ))}
    </ul>
  );
}

function Tasks({ offer }: OfferProps) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  return (
    <ul className="plain tight">
      {offer.tasks.map(({ id, name, assignee, candidateGroups, deadline }) => (
        <li key={id}>
          <PageLink to="/oppgaver/$taskId" params={{ taskId: id }}>
            {name}
          </PageLink>
          <div className="subtle">
            {t('offers.with', { name: assignee ?? candidateGroups.map(groupName).join(', ') })}
          </div>
          <DeadlineTag deadline={deadline} />
          {offer.step === 'svar-pa-tilbud' && deadline !== null && <MoreTime taskId={id} title={offer.title} />}
        </li>
      ))}
    </ul>
  );
}

function Row({ offer }: OfferProps) {
  const { t } = useTranslation();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('offers.column.who')}>
        <PageLink to="/saker/$caseId" params={{ caseId: offer.processInstanceId }}>
          {offer.title}
        </PageLink>
      </Table.HeaderCell>
      <Table.Cell data-label={t('offers.column.step')}>
        <Tag data-color={colors[offer.step]} data-size="sm">
          {t(`offers.step.${offer.step}`)}
        </Tag>
      </Table.Cell>
      <Table.Cell data-label={t('offers.column.homes')}>
        <Homes offer={offer} />
      </Table.Cell>
      <Table.Cell data-label={t('offers.column.viewings')}>
        <Viewings offer={offer} />
      </Table.Cell>
      <Table.Cell data-label={t('offers.column.tasks')}>
        <Tasks offer={offer} />
      </Table.Cell>
    </Table.Row>
  );
}

/** The offers that are not done: how far each has come, of which homes, and by when somebody must do what. */
export function OffersPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(offersQuery());
  return (
    <Page title={t('offers.title')} lead={t('offers.lead')}>
      {data.items.length === 0 && <Empty text={t('offers.empty')} next={t('offers.emptyNext')} />}
      {data.items.length > 0 && (
        <Table className="cards-on-phone top-aligned" data-size="sm">
          <Table.Head>
            <Table.Row>
              {(['who', 'step', 'homes', 'viewings', 'tasks'] as const).map((column) => (
                <Table.HeaderCell key={column}>{t(`offers.column.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {data.items.map((offer) => (
              <Row key={offer.processInstanceId} offer={offer} />
            ))}
          </Table.Body>
        </Table>
      )}
    </Page>
  );
}
