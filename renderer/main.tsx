/** Puts the client on the page. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import './styles/base.css';
import { createAppRouter, fetchLikelyPage } from './app.tsx';
import { createQueryClient } from './service/query-client.ts';
import { Theme } from './theme/theme.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element #root in index.html.');
const queries = createQueryClient();
const router = createAppRouter();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Theme>
        <RouterProvider router={router} />
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
requestIdleCallback(() => void fetchLikelyPage());
