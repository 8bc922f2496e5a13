/** The main job in the real window: the samples come by themselves, a word is typed, the clause is read, and back. */
import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { WORDS } from '../../renderer/words/words.ts';
import { type Desktop, openDesktop } from '../support/electron.ts';

const { zh } = WORDS;
const QUERY = '增设电梯';
const CLAUSE_OF_PDF = '"完全民事行为能力人生前自愿"';

let desktop: Desktop;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  desktop = await openDesktop({ importSamples: true, language: 'zh' });
  page = desktop.page;
  await page.waitForLoadState();
});
test.afterAll(() => desktop.remove());

const searchBox = () => page.locator('#search-box');
const results = () => page.getByRole('list', { name: zh.search.resultsLabel });
const picture = (name: string) => page.screenshot({ path: `test-results/pictures/window-${name}.png` });

test('the first start imports the sample gazettes', async () => {
  const state = (): Promise<number> =>
    page.evaluate(async () => {
      const response = await fetch('/api/status');
      if (!response.ok) return 0;
      const { library } = await response.json();
      return library.indexPending === 0 ? library.documents : 0;
    });
  await expect.poll(state, { timeout: 60_000 }).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture('start');
});

test('typing finds the clause', async () => {
  await searchBox().fill(QUERY);
  await expect(results().locator('mark', { hasText: QUERY }).first()).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=/);
  await picture('results');
});

test('a passage opens the document at its clause, with its hits marked', async () => {
  await results().locator('a[href*="at="]').first().click();
  await expect(page).toHaveURL(/\/documents\/.+at=/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('mark[data-now]', { hasText: QUERY })).toBeInViewport();
  await picture('document');
});

test('the next and the previous hit are one key away', async () => {
  const counter = page.getByText(/^\d+／\d+$/);
  const before = await counter.textContent();
  await page.getByRole('button', { name: zh.document.nextHit }).click();
  await expect(counter).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: zh.document.previousHit }).click();
  await expect(counter).toHaveText(before ?? '');
});

test('the outline leads to a provision', async () => {
  // Not one of the last: those end the page, and whatever stands above them is what is being read.
  const entry = page.getByRole('navigation', { name: zh.document.outline }).getByRole('button').nth(7);
  const label = (await entry.locator('span').first().textContent()) ?? '';
  await entry.click();
  await expect(entry).toHaveAttribute('aria-current', 'location');
  await expect(page.getByRole('article').getByText(label).first()).toBeInViewport();
});

test('back leads to the same results', async () => {
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/^gongbao:\/\/app\/\?.*q=/);
  await expect(searchBox()).toHaveValue(QUERY);
  await expect(results().locator('mark', { hasText: QUERY }).first()).toBeVisible();
});

test('a PDF is taken in, and its clause is found', async () => {
  const pdf = resolve(import.meta.dirname, '../fixtures/pdf/law-two-columns.pdf');
  await desktop.application.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, pdf);
  await page
    .getByRole('navigation', { name: zh.navigation.label })
    .getByRole('link', { name: zh.navigation.imports })
    .click();
  await page.getByRole('button', { name: zh.imports.pickFiles }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.imports.states.done);
  await expect(page.getByText(zh.imports.newDocuments('1')).first()).toBeVisible();
  await page
    .getByRole('navigation', { name: zh.navigation.label })
    .getByRole('link', { name: zh.navigation.search })
    .click();
  await searchBox().fill(CLAUSE_OF_PDF);
  await results().getByRole('link').filter({ hasText: '宁波市遗体捐献条例' }).first().click();
  await expect(page.locator('mark[data-now]')).toHaveText('完全民事行为能力人生前自愿');
});

test('beside the original, contents and details are still a press away', async () => {
  await page.keyboard.press('o');
  await expect(page.getByRole('region', { name: zh.original.title })).toBeVisible();
  await page.getByRole('button', { name: zh.document.showSide }).click();
  await expect(page.getByRole('dialog', { name: zh.document.facts })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: zh.document.showOutline }).click();
  await expect(page.getByRole('dialog', { name: zh.document.outline })).toBeVisible();
});
