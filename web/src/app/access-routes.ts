import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { closed } from './frames.js';

const emergency = createRoute({
  getParentRoute: () => closed,
  path: '/nodtilgang/$caseId',
  component: lazyRouteComponent(() => import('../pages/people/emergency-page.js'), 'EmergencyPage'),
});
const applications = createRoute({
  getParentRoute: () => closed,
  path: '/soknader',
  component: lazyRouteComponent(() => import('../pages/waiting-list/applications-page.js'), 'ApplicationsPage'),
});

const lettersToPost = createRoute({
  getParentRoute: () => closed,
  path: '/brev-i-posten',
  component: lazyRouteComponent(() => import('../pages/operations/letters-to-post-page.js'), 'LettersToPostPage'),
});

const documents = createRoute({
  getParentRoute: () => closed,
  path: '/saker/$caseId/dokumenter',
  component: lazyRouteComponent(() => import('../pages/documents/documents-page.js'), 'DocumentsPage'),
});

const startCase = createRoute({
  getParentRoute: () => closed,
  path: '/personer/$personId/ny-sak/$process',
  component: lazyRouteComponent(() => import('../pages/start/start-case-page.js'), 'StartCasePage'),
});
const startInHome = createRoute({
  getParentRoute: () => closed,
  path: '/boliger/$homeId/ny-sak/$process',
  component: lazyRouteComponent(() => import('../pages/start/start-case-page.js'), 'StartInHomePage'),
});
const startInBuilding = createRoute({
  getParentRoute: () => closed,
  path: '/bygg/$buildingId/ny-sak/$process',
  component: lazyRouteComponent(() => import('../pages/start/start-case-page.js'), 'StartInBuildingPage'),
});

const overseenReads = createRoute({
  getParentRoute: () => closed,
  path: '/lesing',
  component: lazyRouteComponent(() => import('../pages/people/overseen-reads-page.js'), 'OverseenReadsPage'),
});

const exceptions = createRoute({
  getParentRoute: () => closed,
  path: '/unntak',
  component: lazyRouteComponent(() => import('../pages/operations/exceptions-page.js'), 'ExceptionsPage'),
});

const changedDecisions = createRoute({
  getParentRoute: () => closed,
  path: '/endrede-vedtak',
  component: lazyRouteComponent(() => import('../pages/decisions/changed-decisions-page.js'), 'ChangedDecisionsPage'),
});

const journal = createRoute({
  getParentRoute: () => closed,
  path: '/postjournal',
  component: lazyRouteComponent(() => import('../pages/operations/journal-page.js'), 'JournalPage'),
});

const myPlan = createRoute({
  getParentRoute: () => closed,
  path: '/min-boligplan',
  component: lazyRouteComponent(() => import('../pages/people/my-plan-page.js'), 'MyPlanPage'),
});
const sharedPlans = createRoute({
  getParentRoute: () => closed,
  path: '/boligplaner',
  component: lazyRouteComponent(() => import('../pages/people/shared-plans-page.js'), 'SharedPlansPage'),
});
const sharedPlan = createRoute({
  getParentRoute: () => closed,
  path: '/boligplaner/$personId',
  component: lazyRouteComponent(() => import('../pages/people/shared-plans-page.js'), 'SharedPlanPage'),
});

const aboutMe = createRoute({
  getParentRoute: () => closed,
  path: '/om-meg',
  component: lazyRouteComponent(() => import('../pages/about-me/about-me-page.js'), 'AboutMePage'),
});

const aboutOther = createRoute({
  getParentRoute: () => closed,
  path: '/om/$personId',
  component: lazyRouteComponent(() => import('../pages/about-me/about-me-page.js'), 'AboutOtherPage'),
});

const meetingBuildings = createRoute({
  getParentRoute: () => closed,
  path: '/beboermoter',
  component: lazyRouteComponent(
    () => import('../pages/participation/meeting-buildings-page.js'),
    'MeetingBuildingsPage',
  ),
});
const buildingVoices = createRoute({
  getParentRoute: () => closed,
  path: '/beboermoter/$buildingId',
  component: lazyRouteComponent(() => import('../pages/participation/meeting-buildings-page.js'), 'BuildingVoicesPage'),
});
const findings = createRoute({
  getParentRoute: () => closed,
  path: '/prosjekter/erfaringer',
  component: lazyRouteComponent(() => import('../pages/projects/findings-page.js'), 'FindingsPage'),
});

/** Applications and where they belong, letters on paper, documents that came in, the way to a case that is not one's own, who read what, what was done otherwise than the rule, what appeals changed, plans that are shared, what residents say, and what finished projects teach. */
export const accessRoutes = [
  emergency,
  applications,
  lettersToPost,
  documents,
  startCase,
  startInHome,
  startInBuilding,
  overseenReads,
  exceptions,
  changedDecisions,
  journal,
  myPlan,
  sharedPlans,
  sharedPlan,
  aboutMe,
  aboutOther,
  meetingBuildings,
  buildingVoices,
  findings,
] as const;
