import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { journeyQuery, meQuery } from '../../api/queries.js';
import { isApplicant } from '../../app/groups.js';
import { Page } from '../../components/page.js';
import { JourneyView } from './journey-view.js';

/** One applicant's journey, as the applicant sees it. */
export function JourneyPage() {
  const { journeyId } = useParams({ from: '/closed/reiser/$journeyId' });
  const { data: me } = useSuspenseQuery(meQuery());
  const { data: journey } = useSuspenseQuery(journeyQuery(journeyId));

  return (
    <Page title={journey.title}>
      <JourneyView journey={journey} isOwn={isApplicant(me)} />
    </Page>
  );
}
