import { enterHomeSchema } from '@contract/home.contract.js';
import type { HomeView } from '@contract/home.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button, Paragraph, ToggleGroup } from '@digdir/designsystemet-react';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homesQuery, meQuery } from '../../api/queries.js';
import { keepsHomes } from '../../app/groups.js';
import { Empty } from '../../components/empty.js';
import { FileImport } from '../../components/file-import.js';
import { FileLinks } from '../../components/file-links.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { BuildingChoice } from './building-choice.js';
import { HomesTable } from './homes-table.js';

/** The homes that the reader may see, a page at a time: all or the free ones, of every building or of one. */
export function HomesPage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const [building, setBuilding] = useState('');
  const [shown, setShown] = useState('all');
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    homesQuery({ building, free: shown === 'free' }),
  );
  const homes: readonly HomeView[] = data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <Page title={t('homes.title')} lead={t('homes.lead')}>
      <div className="tools">
        <ToggleGroup aria-label={t('homes.show')} data-size="sm" value={shown} onChange={setShown}>
          <ToggleGroup.Item value="all">{t('homes.all')}</ToggleGroup.Item>
          <ToggleGroup.Item value="free">{t('homes.free')}</ToggleGroup.Item>
        </ToggleGroup>
        <BuildingChoice building={building} choose={setBuilding} />
      </div>
      {isPending && <Paragraph role="status">{t('homes.loading')}</Paragraph>}
      {error !== null && <ProblemAlert error={error} />}
      {data !== undefined && homes.length === 0 && <Empty text={t('homes.empty')} next={t('homes.emptyNext')} />}
      {homes.length > 0 && <HomesTable homes={homes} />}
      {hasNextPage && (
        <Button variant="secondary" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('homes.more')}
        </Button>
      )}
      <Section title={t('homes.files.title')}>
        <FileLinks path={routes.homeFile} what={t('homes.files.what')} />
      </Section>
      {keepsHomes(me) && (
        <Section title={t('homes.files.import')}>
          <FileImport
            path={routes.homeImport}
            label={t('homes.files.label')}
            hint={t('homes.files.hint')}
            rows={enterHomeSchema}
          />
        </Section>
      )}
    </Page>
  );
}
