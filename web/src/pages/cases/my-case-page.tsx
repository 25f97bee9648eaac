import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journeysQuery, meQuery } from '../../api/queries.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { ApplyPage } from '../journey/apply-page.js';
import { JourneyView } from '../journey/journey-view.js';
import { StartLinks } from '../start/start-links.js';

/** The applicant's own case; the application form when there is none. */
export function MyCasePage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(journeysQuery());
  // A case that begins while the page is open, an appeal for instance, does not take its place.
  const [shownId] = useState(data.items[0]?.id);
  const { data: me } = useSuspenseQuery(meQuery());
  const journey = data.items.find(({ id }) => id === shownId) ?? data.items[0];
  if (journey === undefined) return <ApplyPage />;

  const others = data.items.filter(({ id }) => id !== journey.id);

  return (
    <Page title={t('journey.title')} lead={journey.title}>
      <JourneyView journey={journey} isOwn />
      <p>
        <PageLink to="/min-sak/soknad">{t('journey.applyAgain')}</PageLink>
      </p>
      <p>
        <PageLink to="/min-bolig">{t('myHome.link')}</PageLink>
      </p>
      <StartLinks personId={me.id} />
      {others.length > 0 && (
        <Section title={t('journey.others')}>
          <ul className="plain">
            {others.map(({ id, title }) => (
              <li key={id}>
                <PageLink to="/reiser/$journeyId" params={{ journeyId: id }}>
                  {title}
                </PageLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
