import { useQuery } from '@tanstack/react-query';
import { dateOf } from '../i18n/dates.js';
import { clockQuery, meQuery } from './queries.js';

/** Today's date in Norway; in the demo by the demo's clock. */
export function useToday(): string {
  const { data: me } = useQuery(meQuery());
  const { data: clock } = useQuery({ ...clockQuery(), enabled: me?.demo === true });
  return clock?.today ?? dateOf(new Date().toISOString());
}
