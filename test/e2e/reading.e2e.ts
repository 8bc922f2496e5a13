/** A text on the screen and on paper: whether it still holds, what is left out of a printed page, the graph round it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { WORDS } from '../../renderer/words/words.ts';
import { startTestService, type TestService } from '../support/service.ts';

const { zh } = WORDS;
const GAZETTES = resolve(import.meta.dirname, '../fixtures/gazettes');

let folder: string;
let service: TestService;
let context: BrowserContext;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-reading-'));
  service = await startTestService({ library: join(folder, 'library') });
  const gazettes = readdirSync(GAZETTES).filter((name) => name.endsWith('.txt'));
  await service.importAll(gazettes.map((name) => join(GAZETTES, name)));
  context = await browser.newContext({ locale: 'zh-CN' });
  page = await context.newPage();
  const { path } = await service.post<{ path: string }>('/signin-links', {});
  await page.goto(service.url + path);
});
test.afterAll(async () => {
  await context.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const notice = () => page.getByRole('complementary', { name: zh.standing.label });

async function open(validity: string): Promise<void> {
  const { hits } = await service.get<{ hits: { id: string }[] }>(`/search?validity=${validity}&limit=1`);
  await page.goto(`${service.url}/documents/${hits[0]?.id}`);
  await expect(page.getByRole('article')).toBeVisible();
}

test('a text whose term has run out says so above its title, also where the window is narrow', async () => {
  await page.setViewportSize({ width: 800, height: 600 });
  await open('expired');
  await expect(notice()).toBeInViewport();
  await expect(notice()).toContainText('期满失效');
  await notice().getByRole('button', { name: zh.proof.open }).click();
  await expect(page.getByRole('dialog', { name: zh.proof.title })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('on paper there is the text, its standing and its source, and nothing to click', async () => {
  await page.emulateMedia({ media: 'print' });
  await expect(notice()).toBeVisible();
  await expect(page.getByText(/^时效：期满失效/)).toBeVisible();
  await expect(page.getByText(/^来源：/)).toBeVisible();
  await expect(page.getByText(zh.navigation.skip)).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.emulateMedia({ media: null });
});

test('a text that holds has no such notice', async () => {
  await open('in-force');
  await expect(notice()).toHaveCount(0);
});
