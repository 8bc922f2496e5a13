/** The client in a browser, signed in to a service on a library of its own: what most end-to-end tests begin with. */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { temporaryFolder } from './library.ts';
import { startTestService, type TestService } from './service.ts';

export interface BrowserSession {
  /** Of the test: its library is in it, and what it imports may be. */
  readonly folder: string;
  readonly service: TestService;
  readonly page: Page;
  close(): Promise<void>;
}

/** `environment` is given a path where nothing is, to say that a program is not installed. */
export async function openBrowserSession(
  browser: Browser,
  name: string,
  environment: (nowhere: string) => NodeJS.ProcessEnv = () => ({}),
): Promise<BrowserSession> {
  const folder = temporaryFolder(name);
  const service = await startTestService({
    library: join(folder.path, 'library'),
    environment: environment(join(folder.path, 'nowhere')),
  });
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const { path } = await service.post<{ path: string }>('/signin-links', {});
  await page.goto(service.url + path);
  return {
    folder: folder.path,
    service,
    page,
    close: async () => {
      await context.close();
      await service.stop();
      folder.remove();
    },
  };
}
