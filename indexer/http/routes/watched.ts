/** Watched folders: list, add, remove. */
import { WatchedResponse, WatchRequest } from '../../contract.ts';
import type { Parts, Server } from '../parts.ts';

const tags = ['imports'];
const response = { 200: WatchedResponse };

export function watchedRoutes(server: Server, { watcher }: Parts): void {
  server.get('/watched-folders', { schema: { summary: 'Folders that are watched', tags, response } }, async () =>
    watcher.view(),
  );

  server.post(
    '/watched-folders',
    { schema: { summary: 'Watch a folder of this machine', tags, body: WatchRequest, response } },
    async ({ body }) => {
      await watcher.add(body.path);
      return watcher.view();
    },
  );

  server.delete(
    '/watched-folders',
    { schema: { summary: 'Watch a folder no more; what it gave stays', tags, querystring: WatchRequest, response } },
    async ({ query }) => {
      await watcher.remove(query.path);
      return watcher.view();
    },
  );
}
