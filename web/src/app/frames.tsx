import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { statusOf } from '../api/problem-error.js';
import { meQuery } from '../api/queries.js';
import { ErrorPage } from '../pages/frame/error-page.js';
import { LoadingPage } from '../pages/frame/loading-page.js';
import { NotFoundPage } from '../pages/frame/not-found-page.js';
import { PublicLayout } from './public-layout.js';
import { Shell } from './shell.js';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const framed = (page: ReactNode) => () => <PublicLayout>{page}</PublicLayout>;

/** What every page is under. */
export const root = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: framed(<NotFoundPage />),
  pendingComponent: framed(<LoadingPage />),
  errorComponent: (problem) => framed(<ErrorPage {...problem} />)(),
});

/** The frame of the pages that need no login. */
export const open = createRoute({ getParentRoute: () => root, id: 'open', component: () => <PublicLayout /> });

/** The frame of the pages behind the login. */
export const closed = createRoute({
  getParentRoute: () => root,
  id: 'closed',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery()) };
    } catch (error) {
      if (statusOf(error) === 401) throw redirect({ to: '/logg-inn', search: { til: location.href } });
      throw error;
    }
  },
});
