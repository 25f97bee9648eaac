import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { closed } from './frames.js';

const waitingList = createRoute({
  getParentRoute: () => closed,
  path: '/venteliste',
  component: lazyRouteComponent(() => import('../pages/waiting-list/waiting-list-page.js'), 'WaitingListPage'),
});
const place = createRoute({
  getParentRoute: () => closed,
  path: '/venteliste/$caseId',
  component: lazyRouteComponent(() => import('../pages/waiting-list/waiting-place-page.js'), 'WaitingPlacePage'),
});
const rounds = createRoute({
  getParentRoute: () => closed,
  path: '/runder',
  component: lazyRouteComponent(() => import('../pages/waiting-list/rounds-page.js'), 'RoundsPage'),
});
const oneRound = createRoute({
  getParentRoute: () => closed,
  path: '/runder/$roundId',
  component: lazyRouteComponent(() => import('../pages/waiting-list/round-page.js'), 'RoundPage'),
});
const priorityKey = createRoute({
  getParentRoute: () => closed,
  path: '/prioriteringsnokkel',
  component: lazyRouteComponent(() => import('../pages/waiting-list/priority-key-page.js'), 'PriorityKeyPage'),
});
const offers = createRoute({
  getParentRoute: () => closed,
  path: '/tilbud',
  component: lazyRouteComponent(() => import('../pages/offers/offers-page.js'), 'OffersPage'),
});

/** The waiting list, its rounds and its key, and the offers that follow. */
export const waitingListRoutes = [waitingList, place, rounds, oneRound, priorityKey, offers] as const;
