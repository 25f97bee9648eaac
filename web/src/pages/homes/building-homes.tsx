import type { BuildingDetail, HomeView } from '@contract/home.contract.js';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { homesQuery } from '../../api/queries.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { daysBetween, formatDate } from '../../i18n/dates.js';
import { HomesTable } from './homes-table.js';

/** How many homes stand empty, and since when the one that has longest. */
function Vacancy({ building, homes }: { readonly building: BuildingDetail; readonly homes: readonly HomeView[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const [since] = homes
    .filter(({ availability }) => availability === 'ledig')
    .flatMap(({ vacantSince }) => vacantSince ?? [])
    .toSorted();
  if (building.free === 0) return <p>{t('buildings.allTaken')}</p>;
  return (
    <p>
      {t('buildings.emptyHomes', { count: building.free })}{' '}
      {since !== undefined &&
        t('buildings.longest', {
          on: formatDate(since),
          days: t('buildings.days', { count: daysBetween(since, today) }),
        })}
    </p>
  );
}

/** The homes of a building, a page at a time. */
export function BuildingHomes({ building }: { readonly building: BuildingDetail }) {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    homesQuery({ building: building.id, free: false }),
  );
  const homes: readonly HomeView[] = data?.pages.flatMap(({ items }) => items) ?? [];
  if (error !== null) return <ProblemAlert error={error} />;
  if (isPending) return <Paragraph role="status">{t('homes.loading')}</Paragraph>;
  if (homes.length === 0) return <Empty text={t('buildings.noHomes')} next={t('buildings.noHomesNext')} />;

  return (
    <>
      <Vacancy building={building} homes={homes} />
      <HomesTable homes={homes} withVacancy />
      {hasNextPage && (
        <Button variant="secondary" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('buildings.more')}
        </Button>
      )}
    </>
  );
}
