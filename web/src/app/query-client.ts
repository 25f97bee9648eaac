import { QueryClient } from '@tanstack/react-query';
import { statusOf } from '../api/problem-error.js';

/** Retries what may pass by itself, never what the server refused. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && (statusOf(error) === 0 || statusOf(error) >= 500),
      },
    },
  });
