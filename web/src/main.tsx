import './app/zod-without-eval.js';
import '@digdir/designsystemet-css/theme.css';
import '@digdir/designsystemet-css';
import './style/base.css';
import './style/layout.css';
import './style/content.css';
import './style/crisis.css';
import './style/steps.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './app/query-client.js';
import { createAppRouter } from './app/router.js';
import { startMessages } from './i18n/i18n.js';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected index.html to have an element with id root, but it has none');

await startMessages();
const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
