import type { Journey, JourneyList } from '@contract/journey.contract.js';
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

interface JourneyLinksProps {
  readonly cases: readonly Pick<Journey, 'id' | 'title'>[];
}

function JourneyLinks({ cases }: JourneyLinksProps) {
  return (
    <ul className="plain">
      {cases.map(({ id, title }) => (
        <li key={id}>
          <PageLink to="/reiser/$journeyId" params={{ journeyId: id }}>
            {title}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

interface ActingForProps {
  readonly cases: JourneyList['actingFor'];
}

/** The cases of those for whom the reader acts, and once for each of these people the way to all that is registered about them. */
function ActingFor({ cases }: ActingForProps) {
  const { t } = useTranslation();
  const firstOfEach = cases.filter(({ person }, at) => cases.findIndex((one) => one.person === person) === at);
  return (
    <>
      <JourneyLinks cases={cases} />
      <ul className="plain">
        {firstOfEach.map(({ person, title }) => (
          <li key={person}>
            <PageLink to="/om/$personId" params={{ personId: person }}>
              {t('aboutMe.other.link', { title })}
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same, of a reader who has no case of their own. */
function OthersPage({ cases }: ActingForProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('journey.actingFor.title')} lead={t('journey.actingFor.lead')}>
      <ActingFor cases={cases} />
      <p>
        <PageLink to="/min-sak/soknad">{t('journey.actingFor.apply')}</PageLink>
      </p>
    </Page>
  );
}

/** The applicant's own case; without one, those of the people the reader acts for, or the application form. */
export function MyCasePage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(journeysQuery());
  // A case that begins while the page is open, an appeal for instance, does not take its place.
  const [shownId] = useState(data.items[0]?.id);
  const { data: me } = useSuspenseQuery(meQuery());
  const journey = data.items.find(({ id }) => id === shownId) ?? data.items[0];
  if (journey === undefined) return data.actingFor.length === 0 ? <ApplyPage /> : <OthersPage cases={data.actingFor} />;

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
      <p>
        <PageLink to="/om-meg">{t('aboutMe.link')}</PageLink>
      </p>
      <StartLinks personId={me.id} />
      {others.length > 0 && (
        <Section title={t('journey.others')}>
          <JourneyLinks cases={others} />
        </Section>
      )}
      {data.actingFor.length > 0 && (
        <Section title={t('journey.actingFor.title')}>
          <ActingFor cases={data.actingFor} />
        </Section>
      )}
    </Page>
  );
}
