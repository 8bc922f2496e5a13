/** Which page stands at which address. Each page is a chunk of its own, fetched when it is first opened. */
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Layout } from './shell/layout.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageCrash } from './shell/page-crash.tsx';
import { PageLoading } from './shell/page-loading.tsx';

const ROUTES: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <PageCrash />,
    hydrateFallbackElement: <PageLoading />,
    children: [
      {
        errorElement: <PageCrash />,
        children: [
          {
            path: '/',
            lazy: async () => ({ Component: (await import('./shell/start-page.tsx')).StartPage }),
          },
          {
            path: '/documents/:id',
            lazy: async () => ({ Component: (await import('./features/document/document-page.tsx')).DocumentPage }),
          },
          {
            path: '/documents/:id/graph',
            lazy: async () => ({ Component: (await import('./features/graph/graph-page.tsx')).GraphPage }),
          },
          {
            path: '/wanted',
            lazy: async () => ({ Component: (await import('./features/wanted/wanted-page.tsx')).WantedPage }),
          },
          {
            path: '/issues',
            lazy: async () => ({ Component: (await import('./features/issues/issues-page.tsx')).IssuesPage }),
          },
          {
            path: '/issues/:id',
            lazy: async () => ({ Component: (await import('./features/issues/issue-page.tsx')).IssuePage }),
          },
          {
            path: '/imports',
            lazy: async () => ({ Component: (await import('./features/imports/imports-page.tsx')).ImportsPage }),
          },
          {
            path: '/imports/:id',
            lazy: async () => ({ Component: (await import('./features/imports/import-run-page.tsx')).ImportRunPage }),
          },
          {
            path: '/duplicates',
            lazy: async () => ({
              Component: (await import('./features/duplicates/duplicates-page.tsx')).DuplicatesPage,
            }),
          },
          {
            path: '/entry',
            lazy: async () => ({ Component: (await import('./features/entry/entry-page.tsx')).EntryPage }),
          },
          {
            path: '/sidecar',
            lazy: async () => ({ Component: (await import('./features/sidecar/sidecar-page.tsx')).SidecarPage }),
          },
          {
            path: '/compare',
            lazy: async () => ({ Component: (await import('./features/compare/compare-page.tsx')).ComparePage }),
          },
          {
            path: '/check',
            lazy: async () => ({ Component: (await import('./features/check/check-page.tsx')).CheckPage }),
          },
          {
            path: '/settings',
            lazy: async () => ({ Component: (await import('./features/settings/settings-page.tsx')).SettingsPage }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

/** Fetches the page that is most likely next, so that the first clause opened is there at once. */
export async function fetchLikelyPage(): Promise<void> {
  await import('./features/document/document-page.tsx');
}

export function createAppRouter() {
  return createBrowserRouter(ROUTES);
}
