import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ErrorPage } from '../pages/frame/error-page.js';
import { LoadingPage } from '../pages/frame/loading-page.js';
import { accessRoutes } from './access-routes.js';
import { closed, open, root } from './frames.js';
import { homeOf } from './groups.js';
import { waitingListRoutes } from './waiting-list-routes.js';

const home = createRoute({
  getParentRoute: () => closed,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me) });
  },
});

const login = createRoute({
  getParentRoute: () => open,
  path: '/logg-inn',
  validateSearch: (search): { readonly til?: string } =>
    typeof search['til'] === 'string' && search['til'].startsWith('/') ? { til: search['til'] } : {},
  component: lazyRouteComponent(() => import('../pages/frame/login-page.js'), 'LoginPage'),
});
const accessibility = createRoute({
  getParentRoute: () => open,
  path: '/tilgjengelighet',
  component: lazyRouteComponent(() => import('../pages/frame/accessibility-page.js'), 'AccessibilityPage'),
});

const crisis = createRoute({
  getParentRoute: () => open,
  path: '/hjelp-i-natt',
  component: lazyRouteComponent(() => import('../pages/crisis/crisis-page.js'), 'CrisisPage'),
});
const publicHearing = createRoute({
  getParentRoute: () => open,
  path: '/horing/$hearingId',
  component: lazyRouteComponent(() => import('../pages/participation/public-hearing-page.js'), 'PublicHearingPage'),
});

const inbox = createRoute({
  getParentRoute: () => closed,
  path: '/innboks',
  component: lazyRouteComponent(() => import('../pages/tasks/inbox-page.js'), 'InboxPage'),
});
const task = createRoute({
  getParentRoute: () => closed,
  path: '/oppgaver/$taskId',
  component: lazyRouteComponent(() => import('../pages/tasks/task-page.js'), 'TaskPage'),
});
const cases = createRoute({
  getParentRoute: () => closed,
  path: '/saker',
  component: lazyRouteComponent(() => import('../pages/cases/cases-page.js'), 'CasesPage'),
});
const caseRoute = createRoute({
  getParentRoute: () => closed,
  path: '/saker/$caseId',
  component: lazyRouteComponent(() => import('../pages/cases/case-page.js'), 'CasePage'),
});
const attention = createRoute({
  getParentRoute: () => closed,
  path: '/ikke-sett-pa',
  component: lazyRouteComponent(() => import('../pages/operations/attention-page.js'), 'AttentionPage'),
});
const incidents = createRoute({
  getParentRoute: () => closed,
  path: '/stanset',
  component: lazyRouteComponent(() => import('../pages/operations/incidents-page.js'), 'IncidentsPage'),
});
const figures = createRoute({
  getParentRoute: () => closed,
  path: '/tall',
  component: lazyRouteComponent(() => import('../pages/figures/figures-page.js'), 'FiguresPage'),
});
const projects = createRoute({
  getParentRoute: () => closed,
  path: '/prosjekter',
  component: lazyRouteComponent(() => import('../pages/projects/projects-page.js'), 'ProjectsPage'),
});
const newProject = createRoute({
  getParentRoute: () => closed,
  path: '/prosjekter/nytt',
  component: lazyRouteComponent(() => import('../pages/projects/new-project-page.js'), 'NewProjectPage'),
});
const oneProject = createRoute({
  getParentRoute: () => closed,
  path: '/prosjekter/$projectId',
  component: lazyRouteComponent(() => import('../pages/projects/project-page.js'), 'ProjectPage'),
});
const hearing = createRoute({
  getParentRoute: () => closed,
  path: '/prosjekter/$projectId/horing',
  component: lazyRouteComponent(() => import('../pages/participation/hearing-page.js'), 'HearingPage'),
});
const heard = createRoute({
  getParentRoute: () => closed,
  path: '/medvirkning',
  component: lazyRouteComponent(() => import('../pages/participation/heard-page.js'), 'HeardPage'),
});
const needs = createRoute({
  getParentRoute: () => closed,
  path: '/behov',
  component: lazyRouteComponent(() => import('../pages/projects/needs-page.js'), 'NeedsPage'),
});
const homes = createRoute({
  getParentRoute: () => closed,
  path: '/boliger',
  component: lazyRouteComponent(() => import('../pages/homes/homes-page.js'), 'HomesPage'),
});
const oneHome = createRoute({
  getParentRoute: () => closed,
  path: '/boliger/$homeId',
  component: lazyRouteComponent(() => import('../pages/homes/home-page.js'), 'HomePage'),
});
const buildings = createRoute({
  getParentRoute: () => closed,
  path: '/bygg',
  component: lazyRouteComponent(() => import('../pages/homes/buildings-page.js'), 'BuildingsPage'),
});
const oneBuilding = createRoute({
  getParentRoute: () => closed,
  path: '/bygg/$buildingId',
  component: lazyRouteComponent(() => import('../pages/homes/building-page.js'), 'BuildingPage'),
});
const rents = createRoute({
  getParentRoute: () => closed,
  path: '/husleie',
  component: lazyRouteComponent(() => import('../pages/homes/rents-page.js'), 'RentsPage'),
});
const windDown = createRoute({
  getParentRoute: () => closed,
  path: '/avvikling/$caseId',
  component: lazyRouteComponent(() => import('../pages/homes/wind-down-page.js'), 'WindDownPage'),
});
const myCase = createRoute({
  getParentRoute: () => closed,
  path: '/min-sak',
  component: lazyRouteComponent(() => import('../pages/cases/my-case-page.js'), 'MyCasePage'),
});
const myHome = createRoute({
  getParentRoute: () => closed,
  path: '/min-bolig',
  component: lazyRouteComponent(() => import('../pages/homes/my-home-page.js'), 'MyHomePage'),
});
const apply = createRoute({
  getParentRoute: () => closed,
  path: '/min-sak/soknad',
  component: lazyRouteComponent(() => import('../pages/journey/apply-page.js'), 'ApplyPage'),
});
const reads = createRoute({
  getParentRoute: () => closed,
  path: '/hvem-har-lest',
  component: lazyRouteComponent(() => import('../pages/people/reads-page.js'), 'ReadsPage'),
});
const notices = createRoute({
  getParentRoute: () => closed,
  path: '/varsler',
  component: lazyRouteComponent(() => import('../pages/notices/notices-page.js'), 'NoticesPage'),
});
const persons = createRoute({
  getParentRoute: () => closed,
  path: '/personer',
  component: lazyRouteComponent(() => import('../pages/people/persons-page.js'), 'PersonsPage'),
});
const person = createRoute({
  getParentRoute: () => closed,
  path: '/personer/$personId',
  component: lazyRouteComponent(() => import('../pages/people/person-page.js'), 'PersonPage'),
});
const absence = createRoute({
  getParentRoute: () => closed,
  path: '/fravaer',
  component: lazyRouteComponent(() => import('../pages/tasks/absence-page.js'), 'AbsencePage'),
});
const journey = createRoute({
  getParentRoute: () => closed,
  path: '/reiser/$journeyId',
  component: lazyRouteComponent(() => import('../pages/journey/journey-page.js'), 'JourneyPage'),
});
const invitations = createRoute({
  getParentRoute: () => closed,
  path: '/invitasjoner',
  component: lazyRouteComponent(() => import('../pages/participation/invitations-page.js'), 'InvitationsPage'),
});
const mailbox = createRoute({
  getParentRoute: () => closed,
  path: '/postkasse',
  component: lazyRouteComponent(() => import('../pages/notices/mailbox-page.js'), 'MailboxPage'),
});

const rules = createRoute({
  getParentRoute: () => closed,
  path: '/regler',
  component: lazyRouteComponent(() => import('../pages/rules/rules-page.js'), 'RulesPage'),
});
const processes = createRoute({
  getParentRoute: () => closed,
  path: '/prosesser',
  component: lazyRouteComponent(() => import('../pages/cases/processes-page.js'), 'ProcessesPage'),
});
const oneProcess = createRoute({
  getParentRoute: () => closed,
  path: '/prosesser/$processKey',
  component: lazyRouteComponent(() => import('../pages/cases/process-page.js'), 'ProcessPage'),
});
const missed = createRoute({
  getParentRoute: () => closed,
  path: '/frister-brutt',
  component: lazyRouteComponent(() => import('../pages/operations/missed-deadlines-page.js'), 'MissedDeadlinesPage'),
});
const stuck = createRoute({
  getParentRoute: () => closed,
  path: '/bytte',
  component: lazyRouteComponent(() => import('../pages/operations/stuck-page.js'), 'StuckPage'),
});
const undelivered = createRoute({
  getParentRoute: () => closed,
  path: '/ikke-levert',
  component: lazyRouteComponent(() => import('../pages/operations/undelivered-page.js'), 'UndeliveredPage'),
});
const batches = createRoute({
  getParentRoute: () => closed,
  path: '/kjoringer',
  component: lazyRouteComponent(() => import('../pages/operations/batches-page.js'), 'BatchesPage'),
});

const routeTree = root.addChildren([
  open.addChildren([login, crisis, publicHearing, accessibility]),
  closed.addChildren([
    ...waitingListRoutes,
    ...accessRoutes,
    home,
    inbox,
    task,
    cases,
    caseRoute,
    attention,
    incidents,
    figures,
    projects,
    newProject,
    oneProject,
    hearing,
    heard,
    needs,
    homes,
    oneHome,
    buildings,
    oneBuilding,
    rents,
    windDown,
    myCase,
    myHome,
    apply,
    reads,
    notices,
    absence,
    persons,
    person,
    rules,
    processes,
    oneProcess,
    missed,
    stuck,
    undelivered,
    batches,
    journey,
    invitations,
    mailbox,
  ]),
]);

/** The map from addresses to pages; every page but the frame is fetched when it is first asked for. */
export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: ErrorPage,
    defaultPendingComponent: LoadingPage,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof createAppRouter>;
  }
}
