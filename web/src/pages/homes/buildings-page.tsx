import type { BuildingView, ListedBuilding } from '@contract/home.contract.js';
import { Table, Tag, ToggleGroup } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildingsQuery, meQuery } from '../../api/queries.js';
import { keepsHomes } from '../../app/groups.js';
import { Empty } from '../../components/empty.js';
import { useGroupName } from '../../components/group-names.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { useTargetGroups } from '../../components/target-groups.js';
import { BuildingFiles } from './building-files.js';
import { EnterBuilding } from './building-form.js';

const filters = {
  all: () => true,
  withFree: ({ free }: BuildingView) => free > 0,
  stopped: ({ freeze }: BuildingView) => freeze !== null,
};
type Filter = keyof typeof filters;
const isFilter = (text: string): text is Filter => text in filters;

/** How a building stands: in use, being wound down, and whether nobody is given a home in it. */
export function BuildingTags({ building: { status, freeze } }: { readonly building: BuildingView }) {
  const { t } = useTranslation();
  return (
    <span className="tools">
      <Tag data-size="sm" data-color={status === 'i-bruk' ? 'success' : 'neutral'}>
        {t(`buildings.status.${status}`)}
      </Tag>
      {freeze !== null && (
        <Tag data-size="sm" data-color="warning">
          {t('buildings.frozen')}
        </Tag>
      )}
    </span>
  );
}

function BuildingRow({ building: it }: { readonly building: ListedBuilding }) {
  const { t } = useTranslation();
  const targets = useTargetGroups();
  const groupName = useGroupName();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('buildings.column.building')}>
        <PageLink to="/bygg/$buildingId" params={{ buildingId: it.id }}>
          {it.name}
        </PageLink>
      </Table.HeaderCell>
      <Table.Cell data-label={t('buildings.column.for')}>{targets(it.groups)}</Table.Cell>
      <Table.Cell data-label={t('buildings.column.unit')}>{groupName(it.responsibleUnit)}</Table.Cell>
      <Table.Cell data-label={t('buildings.column.free')}>
        {t('buildings.freeOf', { free: it.free, homes: it.homes })}
      </Table.Cell>
      <Table.Cell data-label={t('buildings.column.status')}>
        <BuildingTags building={it} />
        {it.gaps !== null && it.gaps > 0 && (
          <Tag data-size="sm" data-color="danger">
            {t('buildings.gaps.count', { count: it.gaps })}
          </Tag>
        )}
      </Table.Cell>
    </Table.Row>
  );
}

/** The buildings that the reader may see. */
export function BuildingsPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(buildingsQuery());
  const { data: me } = useSuspenseQuery(meQuery());
  const [shown, setShown] = useState<Filter>('all');
  const buildings = data.items.filter(filters[shown]);

  return (
    <Page title={t('buildings.title')} lead={t('buildings.lead')}>
      <ToggleGroup
        aria-label={t('buildings.show')}
        data-size="sm"
        value={shown}
        onChange={(value) => isFilter(value) && setShown(value)}
      >
        {(['all', 'withFree', 'stopped'] as const).map((name) => (
          <ToggleGroup.Item key={name} value={name}>
            {t(`buildings.${name}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      {buildings.length === 0 ? (
        <Empty text={t('buildings.empty')} next={t('buildings.emptyNext')} />
      ) : (
        <Table className="cards-on-phone" data-size="sm" hover>
          <Table.Head>
            <Table.Row>
              {(['building', 'for', 'unit', 'free', 'status'] as const).map((column) => (
                <Table.HeaderCell key={column}>{t(`buildings.column.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {buildings.map((building) => (
              <BuildingRow key={building.id} building={building} />
            ))}
          </Table.Body>
        </Table>
      )}
      {keepsHomes(me) && <EnterBuilding />}
      <BuildingFiles mayImport={keepsHomes(me)} />
    </Page>
  );
}
