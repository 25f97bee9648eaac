import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { closed } from './frames.js';

const emergency = createRoute({
  getParentRoute: () => closed,
  path: '/nodtilgang/$caseId',
  component: lazyRouteComponent(() => import('../pages/emergency-page.js'), 'EmergencyPage'),
});
const applications = createRoute({
  getParentRoute: () => closed,
  path: '/soknader',
  component: lazyRouteComponent(() => import('../pages/applications-page.js'), 'ApplicationsPage'),
});

const overseenReads = createRoute({
  getParentRoute: () => closed,
  path: '/lesing',
  component: lazyRouteComponent(() => import('../pages/overseen-reads-page.js'), 'OverseenReadsPage'),
});

/** Applications and where they belong, and the way to a case that is not one's own, and who read what. */
export const accessRoutes = [emergency, applications, overseenReads] as const;
