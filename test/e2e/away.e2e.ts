/** A service that is gone while a browser shows its client: what the reader is told, and that the page comes by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { WORDS } from '../../renderer/words/words.ts';
import { startTestService } from '../support/service.ts';

const { zh } = WORDS;

test('the header says that nobody answers, a page that cannot be fetched waits, and comes with the service', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-away-'));
  const library = join(folder, 'library');
  const first = await startTestService({ library });
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const { path } = await first.post<{ path: string }>('/signin-links', {});
  await page.goto(first.url + path);
  const places = page.getByRole('navigation', { name: zh.navigation.label });
  await places.getByRole('link', { name: zh.navigation.imports }).click();
  await expect(page.getByRole('heading', { name: zh.imports.title, level: 1 })).toBeVisible();
  await first.kill('SIGKILL');

  await places.getByRole('link', { name: zh.navigation.issues }).click();
  await expect(page.getByRole('heading', { name: zh.failure.unreachable })).toBeVisible();
  await expect(page.getByRole('status', { name: zh.notices.label })).toContainText(zh.notices.away);
  await expect(page.getByText(zh.failure.crashed)).toHaveCount(0);

  const second = await startTestService({ library, arguments: ['--port', new URL(first.url).port] });
  // Signed in to the one before: told so, by a page that is whole again.
  await expect(
    page.getByText(zh.failure.signIn).or(page.getByRole('heading', { name: zh.issues.title })),
  ).toBeVisible();
  await context.close();
  await second.stop();
  rmSync(folder, { recursive: true, force: true });
});
