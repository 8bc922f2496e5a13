/** What a librarian does by hand: sets a record right and takes it back, enters what has no file, and asks with a form. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { SearchResponse } from '../../indexer/contract.ts';
import { WORDS } from '../../renderer/words/words.ts';
import { findSeriousFaults } from '../support/accessibility.ts';
import { type BrowserSession, openBrowserSession } from '../support/browser-session.ts';
import { GAZETTES } from '../support/library.ts';
import type { TestService } from '../support/service.ts';

const { zh } = WORDS;

let session: BrowserSession;
let service: TestService;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  session = await openBrowserSession(browser, 'librarian');
  ({ service, page } = session);
  const [first = ''] = readdirSync(GAZETTES).filter((name) => name.endsWith('.txt'));
  await service.importAll([join(GAZETTES, first)]);
});
test.afterAll(() => session.close());

const field = (name: string) => page.getByRole('dialog').getByRole('textbox', { name });
const facts = () => page.getByRole('complementary', { name: zh.document.facts });

test('a slip in a record is set right, marked, and found by', async () => {
  const { hits } = await service.get<SearchResponse>('/search?q=');
  await page.goto(`${service.url}/documents/${hits[0]?.id}`);
  await page.getByRole('button', { name: zh.correct.open }).click();
  await field(zh.document.fields.registration).fill('HZCR-2031-0010007');
  await field(zh.document.fields.effectiveOn).fill('2031-1-2');
  await page.keyboard.press('Enter');
  await field(zh.correct.note).fill('据纸质原件');
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: zh.correct.save }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(facts()).toContainText('HZCR-2031-0010007');
  await expect(facts().getByText(zh.correct.byHand)).toHaveCount(2);
  await service.untilIndexed();
  const found = await service.get<SearchResponse>('/search?q=HZCR-2031-0010007');
  expect(found.hits.map(({ id }) => id)).toEqual([hits[0]?.id]);
});

test('what was not saved is not lost without asking', async () => {
  await page.getByRole('button', { name: zh.correct.open }).click();
  await field(zh.document.fields.registration).fill('别的');
  page.once('dialog', (asked) => void asked.dismiss());
  await page.keyboard.press('Escape');
  await expect(field(zh.document.fields.registration)).toHaveValue('别的');
  await page.getByRole('button', { name: zh.correct.reset }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('every correction can be taken back to what the text says', async () => {
  await page.getByRole('button', { name: zh.correct.open }).click();
  await expect(page.getByText('据纸质原件').first()).toBeVisible();
  const restore = page.getByRole('button', { name: zh.correct.restore });
  await expect(restore).toHaveCount(2);
  for (const button of await restore.all()) await button.click();
  await page.getByRole('button', { name: zh.correct.save }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(facts().getByText(zh.correct.byHand)).toHaveCount(0);
});

test('a document without a file is typed in; what was typed survives leaving the page', async () => {
  await page.goto(`${service.url}/imports`);
  await page.getByRole('link', { name: zh.imports.byHand }).click();
  await page.getByRole('textbox', { name: zh.document.fields.documentTitle }).fill('海州市档案局关于移交城建档案的函');
  await page
    .getByRole('textbox', { name: zh.entry.text })
    .fill('请于月底前移交老城墙测绘图。\n本通知自2021年5月1日起施行。');
  await page.goBack();
  await page.getByRole('link', { name: zh.imports.byHand }).click();
  await expect(page.getByRole('textbox', { name: zh.document.fields.documentTitle })).toHaveValue(/城建档案/);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: zh.entry.save }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('海州市档案局关于移交城建档案的函');
  await expect(facts()).toContainText('2021年5月1日');
});

test('the form of the advanced search asks what could have been typed', async () => {
  await service.untilIndexed();
  await page.goto(service.url);
  await page.getByRole('button', { name: zh.search.advanced.open }).click();
  await field(zh.search.advanced.fields.any).fill('测绘图 不会有的词');
  await field(zh.search.advanced.fields.none).fill('征求意见');
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: zh.search.label, exact: true })).toHaveValue(
    '(测绘图 | 不会有的词) -征求意见',
  );
  await expect(page.getByRole('list', { name: zh.search.resultsLabel }).getByRole('listitem').first()).toContainText(
    '城建档案',
  );
});
