/** A text on the screen and on paper: whether it still holds, what is left out of a printed page, the graph round it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { WORDS } from '../../renderer/words/words.ts';
import { type BrowserSession, openBrowserSession } from '../support/browser-session.ts';
import { GAZETTES } from '../support/library.ts';
import type { TestService } from '../support/service.ts';

const { zh } = WORDS;

let session: BrowserSession;
let service: TestService;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  session = await openBrowserSession(browser, 'reading');
  ({ service, page } = session);
  const gazettes = readdirSync(GAZETTES).filter((name) => name.endsWith('.txt'));
  await service.importAll(gazettes.map((name) => join(GAZETTES, name)));
});
test.afterAll(() => session.close());

const notice = () => page.getByRole('complementary', { name: zh.standing.label });

const open = (validity: string): Promise<void> => openFirst(`validity=${validity}`);
const openWith = (phrase: string): Promise<void> => openFirst(`q=${encodeURIComponent(`"${phrase}"`)}`);

async function openFirst(search: string): Promise<void> {
  const { hits } = await service.get<{ hits: { id: string }[] }>(`/search?${search}&limit=1`);
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

test('Ctrl+F finds in the whole text, and shows the first place while it is typed', async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openWith('同时废止');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: zh.document.find })).toBeFocused();
  await page.keyboard.type('同时废止');
  await expect(page.locator('mark[data-now]')).toHaveText('同时废止');
  await expect(page.locator('mark[data-now]')).toBeInViewport();
});

test('the first press of F3 goes to the first hit, however far below', async () => {
  await page.goto(`${page.url().split('?')[0]}?q=${encodeURIComponent('同时废止')}`);
  await expect(page.getByText(zh.document.hits('1', '1'))).toBeVisible();
  await expect(page.locator('mark[data-now]')).not.toBeInViewport();
  await page.keyboard.press('F3');
  await expect(page.locator('mark[data-now]')).toBeInViewport();
});

test('Tab through what stays in view does not move the text', async () => {
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(0);
  await page.getByRole('textbox', { name: zh.document.find }).focus();
  for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('Tab');
  await page.getByRole('link', { name: zh.navigation.search, exact: true }).focus();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});

test('a number that the library lacks is said to be missing, with its siblings', async () => {
  const { hits } = await service.get<{ hits: { number: string | null }[] }>('/search?limit=20');
  const number = hits.find((hit) => hit.number !== null)?.number ?? '';
  const missing = number.replace(/\d+号$/, '9876号');
  await page.goto(`${service.url}/?q=${encodeURIComponent(missing)}`);
  await expect(page.getByText(zh.search.missing.title(missing))).toBeVisible();
  await page.getByRole('link', { name: zh.search.missing.siblings(missing.split('〔')[0] ?? ''), exact: true }).click();
  await expect(page.getByRole('list', { name: zh.search.resultsLabel }).getByRole('listitem').first()).toBeVisible();
});

test('back from a document the keys go on at its result', async () => {
  await page.goto(`${service.url}/?q=${encodeURIComponent('办法')}`);
  const second = page.locator('a[data-result]').nth(1);
  await expect(second).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.goBack();
  await expect(second).toBeFocused();
});

test('c copies the clause that is being read', async () => {
  await openWith('第三条');
  const clause = page.locator('[data-ordinal][data-kind="article"]').nth(2);
  await clause.evaluate((element) => element.scrollIntoView());
  const label = (await clause.locator('span').first().textContent()) ?? '';
  const entry = page.getByRole('navigation', { name: zh.document.outline }).locator('[aria-current]');
  await expect(entry).toContainText(label);
  await page.keyboard.press('c');
  await expect(page.getByText(`${zh.common.copied} ${label}`, { exact: true })).toBeVisible();
});
