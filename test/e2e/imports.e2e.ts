/** An import as a librarian follows it: looked through, started, paused, taken away as a table, mended; and folders that import by themselves. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { SearchResponse } from '../../indexer/contract.ts';
import { FILES_A_PAGE } from '../../renderer/features/imports/file-choice.ts';
import { WORDS } from '../../renderer/words/words.ts';
import { findSeriousFaults } from '../support/accessibility.ts';
import { type BrowserSession, openBrowserSession } from '../support/browser-session.ts';
import { writePicturePdf } from '../support/pdf-writer.ts';
import type { TestService } from '../support/service.ts';

const { zh } = WORDS;
const FILES = 300;
const PASSWORD = 'gongbao';
/** What the folder has besides. */
const LOCKED = ['封面.pdf', '封底.pdf'];

let session: BrowserSession;
let folder: string;
let service: TestService;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  session = await openBrowserSession(browser, 'imports');
  ({ folder, service, page } = session);
  for (const name of ['公报', '收件箱']) mkdirSync(join(folder, name));
  for (let i = 0; i < FILES; i += 1) writeFileSync(join(folder, '公报', `${i}.txt`), notice(i));
  for (const [index, name] of LOCKED.entries()) writeFileSync(join(folder, '公报', name), locked(index));
  // What waits for OCR is to be seen waiting.
  const headers = { 'content-type': 'application/json' };
  await service.fetch('/recognition', { method: 'PUT', headers, body: JSON.stringify({ mode: 'paused' }) });
});
test.afterAll(async () => {
  service.process.kill('SIGCONT');
  await session.close();
});

const notice = (i: number): string =>
  `海州市人民政府关于第${i}号堤防的通知\n海政发〔2021〕${i + 1}号\n各区人民政府：\n一、第${i}号堤防由所在区管护。\n二、本通知自印发之日起施行。\n海州市人民政府\n2021年3月4日\n`;
const locked = (gray: number): Uint8Array =>
  writePicturePdf([{ width: 8, height: 8, gray: new Uint8Array(64).fill(200 + gray) }], undefined, PASSWORD);

const heading = () => page.getByRole('heading', { level: 1 });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });

test('a folder is looked through before anything is taken in', async () => {
  await page.goto(`${service.url}/imports`);
  await page.locator('input[data-pick="folder"]').setInputFiles(join(folder, '公报'));
  await expect(heading()).toHaveText(zh.imports.states.ready);
  await expect(page.getByRole('region', { name: zh.imports.progress })).toContainText(
    `${FILES + LOCKED.length} 个文件`,
  );
  expect(await findSeriousFaults(page)).toEqual([]);
  expect((await service.get<SearchResponse>('/search?q=')).hits).toEqual([]);
});

test('it is started, paused, and goes on where it was', async () => {
  const asked: URL[] = [];
  page.on('request', (request) => asked.push(new URL(request.url())));
  // Small files are quicker than hands: the service is held for as long as the click takes.
  await page.route('**/resume', async (route) => {
    const response = await route.fetch();
    service.process.kill('SIGSTOP');
    await route.fulfill({ response });
  });
  await button(zh.imports.begin).click();
  await button(zh.imports.pause).click({ timeout: 20_000 });
  service.process.kill('SIGCONT');
  await page.unroute('**/resume');
  await expect(heading()).toHaveText(zh.imports.states.paused);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.reload();
  await button(zh.imports.resume).click();
  await expect(heading()).toHaveText(zh.imports.states.done, { timeout: 60_000 });
  await expect(page.getByText(zh.imports.newDocuments(String(FILES)))).toBeVisible();
  // However many files there are, a page of them is asked for.
  const limits = asked.flatMap(({ pathname, searchParams }) =>
    /^\/api\/imports\/[^/]+$/.test(pathname) ? [Number(searchParams.get('limit'))] : [],
  );
  expect(Math.max(...limits)).toBe(FILES_A_PAGE);
  expect(await findSeriousFaults(page)).toEqual([]);
});

test('files are found by page, outcome, reason and name', async () => {
  await expect(page.getByRole('row')).toHaveCount(FILES_A_PAGE + 1);
  await page.getByRole('listitem', { name: '2' }).click();
  await expect(row('150.txt')).toBeVisible();
  await page.getByRole('textbox', { name: zh.runFiles.search }).fill('299');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('textbox', { name: zh.runFiles.search }).clear();
  const reason = page.getByRole('button', { name: `${zh.runFiles.byCode.file_encrypted} ${LOCKED.length}` });
  await reason.click();
  await expect(page.getByRole('row')).toHaveCount(LOCKED.length + 1);
  await page.reload();
  await expect(reason).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('row')).toHaveCount(LOCKED.length + 1);
  expect(await findSeriousFaults(page)).toEqual([]);
});

test('what became of every file can be taken away as a table', async () => {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: zh.imports.exportCsv }).click();
  const table = readFileSync(await (await download).path(), 'utf8');
  expect(table.startsWith('\uFEFF')).toBe(true);
  expect(table.trim().split('\n')).toHaveLength(FILES + LOCKED.length + 1);
  expect(table).toContain('封面.pdf');
});

test('a password is asked for once, and opens the next files too', async () => {
  await button(zh.imports.unlock(String(LOCKED.length))).click();
  const dialog = page.getByRole('dialog');
  const password = dialog.getByLabel(zh.imports.password, { exact: true });
  await password.fill('falsch');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(heading()).toHaveText(zh.imports.states.done);
  await button(zh.imports.unlock(String(LOCKED.length))).click();
  await password.fill(PASSWORD);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${zh.imports.outcomes.queued} ${LOCKED.length}`)).toBeVisible();
  const later = join(folder, '后到.pdf');
  writeFileSync(later, locked(LOCKED.length));
  expect((await service.importAll([later])).counts).toMatchObject({ queued: 1, failed: 0 });
});

test('what appears in a watched folder is imported by itself', async () => {
  await page.goto(`${service.url}/imports`);
  const watched = page.locator('section').filter({ has: page.getByRole('heading', { name: zh.watched.title }) });
  await watched.getByRole('textbox', { name: zh.watched.path }).fill(join(folder, '收件箱'));
  await watched.getByRole('button', { name: zh.watched.add, exact: true }).click();
  await expect(watched).toContainText(zh.watched.states.watching);
  writeFileSync(join(folder, '收件箱', '新到.txt'), notice(FILES));
  await expect(watched).toContainText(zh.watched.files('1'));
  await expect(page.getByRole('link').filter({ hasText: '新到.txt' }).first()).toContainText(zh.imports.states.done);
  writeFileSync(join(folder, '收件箱', '收文目录.csv'), '文件名,文种\n新到.txt,通报\n');
  await expect(watched).toContainText(zh.sidecar.found('收文目录.csv'));
  expect(await findSeriousFaults(page)).toEqual([]);
});

test('a table that is put there is looked through before anything is set, and offered once', async () => {
  await button(`${zh.sidecar.look} 收文目录.csv`).click();
  await button(zh.sidecar.apply('1')).click();
  await expect(page.getByText(zh.sidecar.applied('1', '1'))).toBeVisible();
  await page.goto(`${service.url}/imports`);
  await expect(page.getByText(zh.watched.hint)).toBeVisible();
  await expect(page.getByText(zh.sidecar.found('收文目录.csv'))).toHaveCount(0);
  await page.getByRole('link').filter({ hasText: '收文目录.csv' }).click();
  await expect(page.getByText(zh.sidecar.settled.applied, { exact: true })).toBeVisible();
  await page.goBack();
});

test('the library is parsed again by a button', async () => {
  await button(zh.imports.reparseStart).click();
  await expect(heading()).toHaveText(`${zh.imports.reparse} · ${zh.imports.states.done}`, { timeout: 60_000 });
  await expect(page.getByText(`${zh.imports.outcomes.unchanged} ${FILES + 1}`)).toBeVisible();
});

test('reading a text in a wrong encoding takes nothing away from it', async () => {
  await service.untilIndexed();
  const { hits } = await service.get<SearchResponse>(`/search?${new URLSearchParams({ q: '海政发〔2021〕8号' })}`);
  await page.goto(`${service.url}/documents/${hits[0]?.id}`);
  await button(zh.document.reread.open).click();
  expect(await findSeriousFaults(page)).toEqual([]);
  await button(zh.document.reread.start).click();
  await expect(heading()).toHaveText(`${zh.imports.reparse} · ${zh.imports.states.done}`);
  await expect(row('7.txt')).toContainText(zh.imports.outcomes.failed);
  await row('7.txt').getByRole('link').click();
  await expect(heading()).toContainText('第7号堤防');
});

test('a page of an original that cannot be drawn says what to do, and is drawn when it is tried again', async () => {
  await service.importAll([resolve(import.meta.dirname, '../fixtures/pdf/law-two-columns.pdf')]);
  await service.untilIndexed();
  const { hits } = await service.get<SearchResponse>(`/search?${new URLSearchParams({ q: '遗体捐献' })}`);
  const problem = { code: 'page_failed', status: 500, detail: '第 1 页未能处理', hint: '可稍后重试' };
  await page.route('**/image?*', (route) => route.fulfill({ status: 500, json: problem }));
  await page.goto(`${service.url}/documents/${hits[0]?.id}`);
  await button(zh.original.view).click();
  const panel = page.getByRole('region', { name: zh.original.title });
  await expect(panel.getByRole('alert')).toContainText(problem.hint);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.unroute('**/image?*');
  await panel.getByRole('button', { name: zh.failure.again }).click();
  await expect(panel.locator('[aria-busy="false"]').getByRole('img')).toBeVisible();
});
