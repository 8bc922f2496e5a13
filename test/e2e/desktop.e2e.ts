/** What the window does beside showing the page: a second window, files handed over by the system, a page that crashes. */
import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { WORDS } from '../../renderer/words/words.ts';
import { type Desktop, openDesktop } from '../support/electron.ts';

const { zh } = WORDS;
const GAZETTES = resolve(import.meta.dirname, '../fixtures/gazettes');

let desktop: Desktop;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  desktop = await openDesktop({ importSamples: false, language: 'zh' });
  page = desktop.page;
  await page.waitForLoadState();
});
test.afterAll(() => desktop.remove());

const menuItem = (label: string): Promise<void> =>
  desktop.application.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap((item) => item.submenu?.items ?? []);
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    items.find((item) => item.label === wanted)?.click(undefined, window, undefined);
  }, label);

test('a folder dropped on the icon is shown, and waits for a yes', async () => {
  await desktop.application.evaluate(({ app }, folder) => {
    app.emit('second-instance', {}, ['gongbao', '--flag', folder], '/');
  }, GAZETTES);
  await expect(page).toHaveURL(/\/imports\/.+/);
  await page.getByRole('button', { name: zh.imports.begin }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.imports.states.done);
  expect(desktop.application.windows()).toHaveLength(1);
});

test('a click with Ctrl opens a page of ours in a second window, as confined as the first', async () => {
  const opened = desktop.application.waitForEvent('window');
  await page
    .getByRole('navigation', { name: zh.navigation.label })
    .getByRole('link', { name: zh.navigation.settings })
    .click({ modifiers: ['Control'] });
  const second = await opened;
  await second.waitForLoadState();
  expect(second.url()).toBe('gongbao://app/settings');
  await expect(second.getByRole('heading', { name: zh.settings.title, level: 1 })).toBeVisible();
  expect(await second.evaluate(() => [typeof require, typeof window.gongbao])).toEqual(['undefined', 'object']);
  expect(page.url()).toMatch(/imports/);
  await second.close();
  const left = () => desktop.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(left).toBe(1);
});

test('the menu finds, and leads to the library where there is no text', async () => {
  await menuItem('查找…');
  await expect(page).toHaveURL('gongbao://app/');
  await expect(page.getByRole('textbox', { name: zh.search.label, exact: true })).toBeFocused();
});

test('a page that crashes is drawn again', async () => {
  await page
    .getByRole('navigation', { name: zh.navigation.label })
    .getByRole('link', { name: zh.navigation.settings })
    .click();
  await expect(page).toHaveURL('gongbao://app/settings');
  const loaded = await desktop.application.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((done) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', () => contents.once('did-finish-load', () => done(contents.getURL())));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(loaded).toBe('gongbao://app/settings');
});
