/** The same client in a browser of this machine: signed in by a one-time link, searching, narrowing, importing, in English. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { WORDS } from '../../renderer/words/words.ts';
import { findSeriousFaults } from '../support/accessibility.ts';
import { startTestService, type TestService } from '../support/service.ts';

const { zh, en } = WORDS;
const GAZETTES = resolve(import.meta.dirname, '../fixtures/gazettes');

let folder: string;
let service: TestService;
let context: BrowserContext;
let page: Page;
/** A gazette that the library does not have yet. */
let upload: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-browser-'));
  const [first = '', ...others] = readdirSync(GAZETTES).filter((name) => name.endsWith('.txt'));
  upload = join(folder, first);
  copyFileSync(join(GAZETTES, first), upload);
  service = await startTestService({ library: join(folder, 'library') });
  await service.importAll(others.map((name) => join(GAZETTES, name)));
  context = await browser.newContext({ locale: 'zh-CN' });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const searchBox = () => page.getByRole('textbox', { name: zh.search.label, exact: true });
const results = () => page.getByRole('list', { name: zh.search.resultsLabel });
const picture = (name: string) => page.screenshot({ path: `test-results/pictures/browser-${name}.png` });

const seriousFaults = (): Promise<string[]> => findSeriousFaults(page);

test('without the link nothing is shown of the library', async ({ browser }) => {
  const stranger = await browser.newContext({ locale: 'zh-CN' });
  const strange = await stranger.newPage();
  await strange.goto(service.url);
  await expect(strange.getByText(zh.failure.signIn)).toBeVisible();
  expect((await strange.request.get(`${service.url}/api/search`)).status()).toBe(401);
  await stranger.close();
});

test('the link signs in, once', async ({ browser }) => {
  const { path } = await service.post<{ path: string }>('/signin-links', {});
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto(service.url + path);
  await expect(searchBox()).toBeVisible();
  expect(page.url()).toBe(`${service.url}/`);
  expect(refused).toEqual([]);

  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(service.url + path);
  expect((await second.request.get(`${service.url}/api/status`)).status()).toBe(401);
  await other.close();
});

test('a search is narrowed, and the address remembers it', async () => {
  await searchBox().fill('办法');
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(results().getByRole('listitem').first()).toBeVisible();
  const facets = page.locator('section', {
    has: page.getByRole('button', { name: zh.search.facets.year, exact: true }),
  });
  await facets.last().getByRole('checkbox').first().click();
  await expect(page).toHaveURL(/year=\d{4}/);
  await expect(page.getByRole('list', { name: zh.search.chosen })).toBeVisible();
  await picture('narrowed');
  await page.reload();
  await expect(searchBox()).toHaveValue('办法');
  await expect(page.getByRole('list', { name: zh.search.chosen }).getByRole('listitem')).toHaveCount(1);
  await page.goBack();
  await expect(page.getByRole('list', { name: zh.search.chosen })).toHaveCount(0);
});

test('a file is imported by upload, and its outcome is shown', async () => {
  const { library } = await service.get<{ library: { sources: number } }>('/status');
  await page
    .getByRole('navigation', { name: zh.navigation.label })
    .getByRole('link', { name: zh.navigation.imports })
    .click();
  await page.locator('input[type="file"]').first().setInputFiles(upload);
  await expect(page.getByText(zh.imports.states.done).first()).toBeVisible();
  await expect(page.getByText(zh.imports.outcomes.new).first()).toBeVisible();
  await picture('imported');
  // The run of the samples is done as well: what counts is that the file has come in.
  const sources = async (): Promise<number> =>
    (await service.get<{ library: { sources: number } }>('/status')).library.sources;
  await expect.poll(sources).toBe(library.sources + 1);
  await service.untilIndexed();
});

test('the client speaks English', async () => {
  await page.getByRole('button', { name: zh.navigation.languageLabel }).click();
  const places = page.getByRole('navigation', { name: en.navigation.label });
  await places.getByRole('link', { name: en.navigation.search }).click();
  await expect(page.getByRole('textbox', { name: en.search.label, exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await picture('english');
});

test('no page has a serious fault of accessibility', async () => {
  const { hits } = await service.get<{ hits: { id: string }[] }>('/search?limit=1');
  const addresses = ['/', '/?q=办法', `/documents/${hits[0]?.id}`, '/issues', '/imports', '/settings', '/nowhere'];
  for (const address of addresses) {
    await page.goto(service.url + address);
    await page.waitForLoadState('networkidle');
    expect.soft(await seriousFaults(), address).toEqual([]);
  }
});
