/** Following what a text rests on: from a citation to the clause it means, to what says it no longer holds, to its versions and neighbours. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { SearchResponse } from '../../indexer/contract.ts';
import { WORDS } from '../../renderer/words/words.ts';
import { findSeriousFaults } from '../support/accessibility.ts';
import { type BrowserSession, openBrowserSession } from '../support/browser-session.ts';
import type { TestService } from '../support/service.ts';

const { zh } = WORDS;
/**
 * Measures of 2017, those of 2022 that repeal them, a notice that cites these; two plans that say nearly the same; rules of
 * one name by two districts, and a letter that does not say whose it means.
 */
const TEXTS = resolve(import.meta.dirname, '../fixtures/following');
const MEASURES = '海州市人民政府关于印发《海州市城建档案管理办法》的通知';
const NUMBERS = {
  old: '海政发〔2017〕12号',
  now: '海政发〔2022〕5号',
  notice: '海政办发〔2023〕9号',
  letter: '海园函〔2024〕15号',
} as const;
/** Named by the notice, held by nobody. */
const NOT_HELD = '海州省建设工程文件归档规定';

let session: BrowserSession;
let service: TestService;
let page: Page;
const ids = { old: '', now: '', notice: '', letter: '' };

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  session = await openBrowserSession(browser, 'following');
  ({ service, page } = session);
  await service.importAll([TEXTS]);
  for (const key of ['old', 'now', 'notice', 'letter'] as const) {
    const { hits } = await service.get<SearchResponse>(`/search?q=${encodeURIComponent(NUMBERS[key])}`);
    ids[key] = hits.find(({ number }) => number === NUMBERS[key])?.id ?? '';
  }
});
test.afterAll(() => session.close());

const open = (path: string) => page.goto(service.url + path);
const text = () => page.locator('article');
const side = () => page.getByRole('complementary', { name: zh.document.facts });
const preview = () => page.getByRole('tooltip').filter({ visible: true });

test('a citation shows the clause it means on hover and on focus, with the version and why', async () => {
  await open(`/documents/${ids.notice}`);
  const link = text()
    .getByRole('link', { name: /城建档案管理办法.*第四条/ })
    .first();
  await link.hover();
  await expect(preview()).toContainText('三个月');
  await expect(preview()).toContainText(NUMBERS.now);
  await expect(preview()).toContainText(zh.citing.rules.number);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.mouse.move(0, 0);
  await expect(preview()).toHaveCount(0);
  await link.focus();
  await expect(preview()).toContainText('三个月');
});

test('it leads to that clause, and back returns to the place it was read at', async () => {
  await open(`/documents/${ids.notice}`);
  await text()
    .getByRole('link', { name: /城建档案管理办法.*第四条/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/documents/${ids.now}\\?at=`));
  await expect(text().getByText('工程竣工验收后三个月内')).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('移交工作的通知');
});

test('what the library lacks is named as such, not linked', async () => {
  await open(`/documents/${ids.notice}`);
  await expect(text().getByRole('link', { name: NOT_HELD })).toHaveCount(0);
  await expect(text().getByTitle(zh.citing.unresolved).first()).toContainText(NOT_HELD);
});

test('where two texts fit, one chooses between them, by keys too', async () => {
  await open(`/documents/${ids.letter}`);
  await text()
    .getByRole('button', { name: /古树名木认养规则/ })
    .press('Enter');
  await expect(preview()).toContainText(zh.citing.ambiguous);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(preview().getByRole('link', { name: /城.区/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('古树名木认养规则');
});

test('cites and cited-by stand beside the text with their relation and words, per clause too', async () => {
  await open(`/documents/${ids.notice}`);
  await expect(side()).toContainText(zh.document.citationsOut);
  await expect(side().getByText(zh.document.relations.basis, { exact: true }).first()).toBeVisible();
  await open(`/documents/${ids.now}`);
  await expect(
    side()
      .getByRole('link', { name: /移交工作的通知/ })
      .first(),
  ).toBeVisible();
  const badge = text()
    .getByRole('button', { name: /第七条/ })
    .filter({ hasText: zh.citing.cited });
  await badge.press('Enter');
  await expect(preview()).toContainText('提供网上查询');
  expect(await findSeriousFaults(page)).toEqual([]);
  await preview().getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/documents/${ids.notice}\\?at=`));
});

test('the validity badge opens its proof, whose sentence leads to the text that says it', async () => {
  await open(`/documents/${ids.old}`);
  await side().getByRole('button', { name: zh.proof.open, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('同时废止');
  expect(await findSeriousFaults(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: zh.proof.day }).fill('2018-06-01');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(zh.validity['in-force']).first()).toBeVisible();
  await dialog.getByRole('link', { name: zh.lineage.self }).first().click();
  await expect(dialog).toHaveCount(0);
  await expect(text().getByText('有效期五年')).toBeInViewport();
  await side().getByRole('button', { name: zh.proof.open, exact: true }).click();
  await dialog.getByRole('link', { name: MEASURES }).first().click();
  await expect(page).toHaveURL(new RegExp(`/documents/${ids.now}\\?at=`));
  await expect(dialog).toHaveCount(0);
  await expect(text().getByText('同时废止')).toBeInViewport();
});

test('the line of versions leads to the comparison with another one', async () => {
  await open(`/documents/${ids.now}`);
  const lineage = side().locator('section').filter({ hasText: zh.lineage.title });
  await expect(lineage).toContainText(zh.lineage.self);
  await lineage.getByRole('link', { name: zh.lineage.compareWith(NUMBERS.old) }).click();
  await expect(page.getByRole('navigation', { name: zh.compare.changes })).toBeVisible();
});

const heads = () => page.locator('section[data-change]');
const current = () => page.locator('section[data-now]');

test('two texts are compared clause by clause; keys go through the changes', async () => {
  await open(`/compare?left=${ids.old}&right=${ids.now}`);
  const list = page.getByRole('navigation', { name: zh.compare.changes });
  await expect(heads().filter({ hasText: '工程竣工验收' }).locator('ins')).toHaveText('三');
  await expect(list.getByRole('button').first()).toContainText('验收后');
  await page.keyboard.press('n');
  await expect(current()).toContainText('工程竣工验收');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(current()).toContainText('数字化');
  await expect(current()).toBeInViewport();
  await page.keyboard.press('p');
  await expect(current()).toContainText('完成验收');
  await expect(list.locator('[aria-current]')).toContainText('第六条');
  expect(await findSeriousFaults(page)).toEqual([]);
});

test('both sides of a comparison scroll as one, and may be shown as one', async () => {
  await open(`/compare?left=${ids.old}&right=${ids.now}`);
  const row = heads().filter({ hasText: '工程竣工验收' });
  const tops = () =>
    row.locator('p, div').evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
  await page.mouse.wheel(0, 300);
  await expect(row).toBeInViewport();
  const [, left, right] = await tops();
  expect(left).toBe(right);
  await page.getByText(zh.compare.views.inline, { exact: true }).click();
  await expect(page).toHaveURL(/view=inline/);
  await expect(row.locator('del + ins')).toHaveText('三');
  await page.getByRole('checkbox', { name: zh.compare.onlyChanges }).click();
  await expect(page.getByRole('button', { name: /条未变/ }).first()).toBeVisible();
});

for (const [name, ending] of [
  [zh.compare.docx, 'docx'],
  [zh.compare.html, 'html'],
] as const)
  test(`a comparison is taken away as ${ending}`, async () => {
    await open(`/compare?left=${ids.old}&right=${ids.now}`);
    const saving = page.waitForEvent('download', { timeout: 20_000 });
    await page.getByRole('button', { name }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    expect((await readFile(await saved.path())).length).toBeGreaterThan(1000);
  });

test('the graph is gone through by mouse and by keys', async () => {
  await open(`/documents/${ids.now}`);
  await side().getByRole('link', { name: zh.document.graph }).click();
  await expect(page).toHaveURL(`${service.url}/documents/${ids.now}/graph`);
  const card = (name: RegExp) => page.getByRole('listitem').filter({ hasText: name });
  await expect(card(/移交工作的通知/)).toContainText(zh.document.relations.basis);
  await expect(page.getByText(zh.graph.columns['-1'], { exact: true })).toBeVisible();
  expect(await findSeriousFaults(page)).toEqual([]);
  await card(/移交工作的通知/)
    .getByRole('link')
    .first()
    .press('Enter');
  await expect(page).toHaveURL(`${service.url}/documents/${ids.notice}/graph`);
  await card(new RegExp(NUMBERS.now))
    .getByRole('link', { name: zh.graph.openNamed(MEASURES) })
    .click();
  await expect(page).toHaveURL(`${service.url}/documents/${ids.now}`);
});

test('a draft is checked: a wrong number, a text repealed, a clause that is not there', async () => {
  await open('/check');
  const draft = page.getByRole('textbox', { name: zh.check.label });
  await draft.fill(
    [
      '根据《海州市城建档案管理办法》（海政发〔2022〕6号）第四条，制定本通知。',
      `按照《${MEASURES.replace('《', '〈').replace('》', '〉')}》（${NUMBERS.old}）办理。`,
      '违反《海州市城建档案管理办法》（海政发〔2022〕5号）第九十条的，依法处理。',
    ].join('\n'),
  );
  expect(await findSeriousFaults(page)).toEqual([]);
  await draft.press('Control+Enter');
  const cards = page.getByRole('complementary', { name: zh.check.findings }).getByRole('listitem');
  await expect(cards).toHaveCount(3);
  await expect(cards.first()).toContainText(NUMBERS.now);
  await expect(cards.nth(1)).toContainText('废止');
  await expect(cards.nth(2)).toContainText('第九十条');
  await page.keyboard.press('n');
  await expect(page.locator('mark[data-now]')).toContainText('6号');
  expect(await findSeriousFaults(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: zh.check.export }).click();
  expect((await saving).suggestedFilename()).toMatch(/\.docx$/);
});

test('a draft or a text to compare is taken out of a file', async () => {
  await open('/check');
  await page.locator('input[type=file]').setInputFiles(join(TEXTS, 'notice-2023.txt'));
  await expect(page.getByRole('textbox', { name: zh.check.label })).toHaveValue(/移交工作的通知/);
  await open(`/compare?left=${ids.old}`);
  await page.locator('input[type=file]').setInputFiles(join(TEXTS, 'measures-2022.txt'));
  await expect(heads().filter({ hasText: '工程竣工验收' }).locator('ins')).toHaveText('三');
});

test('what is cited and not held is listed with who cites it', async () => {
  await open('/imports');
  await page.getByRole('link', { name: zh.imports.wanted }).click();
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: NOT_HELD });
  await expect(row.getByRole('link', { name: /移交工作的通知/ })).toBeVisible();
  await page.getByRole('textbox', { name: zh.wanted.filter }).fill('不会有的标题');
  await expect(page.getByText(zh.wanted.noneFound)).toBeVisible();
  expect(await findSeriousFaults(page)).toEqual([]);
});

test('of two that say nearly the same one is hidden, and comes back when that is undone', async () => {
  await open('/duplicates');
  const pair = page.getByRole('main').getByRole('listitem').filter({ hasText: '历史建筑保护工作方案' });
  await expect(pair).toContainText('行动方案');
  expect(await findSeriousFaults(page)).toEqual([]);
  await pair.getByRole('button', { name: zh.duplicates.hide }).first().click();
  await expect(pair).toHaveCount(0);
  await page.getByRole('button', { name: zh.duplicates.undo }).click();
  await expect(pair).toHaveCount(1);
  await pair.getByRole('button', { name: zh.duplicates.dismiss }).click();
  await expect(pair).toHaveCount(0);
  await page.getByRole('button', { name: zh.duplicates.undo }).click();
  await pair.getByRole('link', { name: zh.duplicates.compare }).click();
  await expect(page.locator('section[data-change="changed"]')).toContainText('四十');
});
