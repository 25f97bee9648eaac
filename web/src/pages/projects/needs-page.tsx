import { Button, Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { housingNeedsQuery, meQuery, needsPicturesQuery } from '../../api/queries.js';
import { startsProjects } from '../../app/groups.js';
import { Empty } from '../../components/empty.js';
import { NumberTable } from '../../components/number-table.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate, formatShortDate } from '../../i18n/dates.js';

function NeedsNow() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(housingNeedsQuery());
  if (data.items.length === 0) return <Empty text={t('needs.now.empty')} next={t('needs.now.emptyNext')} />;
  return (
    <>
      <p className="subtle">{t('needs.now.counted', { date: formatDate(data.countedAt), count: data.smallestCell })}</p>
      <NumberTable
        columns={[
          ...[t('needs.type'), t('needs.waiting'), t('needs.stock'), t('needs.vacant'), t('needs.unmet')],
          t('needs.closing'),
        ]}
        rows={data.items.map(({ name, waiting, stock, vacant, unmet, closingHomes, isMissing }) => ({
          name,
          cells: [
            waiting,
            isMissing ? (
              <Tag data-color="warning" data-size="sm">
                {t('needs.missing')}
              </Tag>
            ) : (
              stock
            ),
            ...[vacant, unmet, closingHomes],
          ],
        }))}
        hidden={t('needs.hidden')}
      />
    </>
  );
}

/** Every published picture side by side, the oldest first, so that a row is read through the years. */
function Pictures() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(needsPicturesQuery());
  const pictures = data.items.toReversed();
  if (pictures.length === 0) return <Empty text={t('needs.pictures.empty')} next={t('needs.pictures.emptyNext')} />;
  const types = [...new Map(pictures.flatMap(({ needs }) => needs.map(({ id, name }) => [id, name] as const)))];
  return (
    <>
      <p className="subtle">{t('needs.pictures.about')}</p>
      <NumberTable
        columns={[
          t('needs.type'),
          ...pictures.map(({ version, publishedAt }) =>
            t('needs.pictures.version', { version, date: formatShortDate(publishedAt) }),
          ),
        ]}
        rows={types.map(([id, name]) => ({
          name,
          cells: pictures.map(({ needs }) => {
            const need = needs.find((one) => one.id === id);
            return need === undefined ? 0 : need.people;
          }),
        }))}
        hidden={t('needs.hidden')}
      />
    </>
  );
}

/** What homes are needed: who waits for what now, what was reported through the years, and the way to a project. */
export function NeedsPage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());

  return (
    <Page title={t('needs.title')} lead={t('needs.lead')}>
      <Section title={t('needs.now.title')}>
        <NeedsNow />
      </Section>
      <Section title={t('needs.pictures.title')}>
        <Pictures />
      </Section>
      {startsProjects(me) && (
        <Section title={t('needs.project.title')}>
          <p>{t('needs.project.text')}</p>
          <Button asChild>
            <PageLink to="/prosjekter/nytt" className="ds-button">
              {t('needs.project.create')}
            </PageLink>
          </Button>
        </Section>
      )}
    </Page>
  );
}
