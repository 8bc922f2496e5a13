/** 目录补全 and 待转换 as a librarian meets them: a table is looked through, applied and undone; an old Word file waits. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { WORDS } from '../../renderer/words/words.ts';
import { findSeriousFaults } from '../support/accessibility.ts';
import { type BrowserSession, openBrowserSession } from '../support/browser-session.ts';
import type { TestService } from '../support/service.ts';

const { sidecar: words, conversion, imports } = WORDS.zh;
const NOTICE = `东湾市人民政府关于加强停车管理的通知
东政发〔2021〕5号
各区人民政府：
现就停车管理有关事项通知如下，请认真贯彻执行。
一、加强组织领导，落实工作责任，确保各项任务按期完成。
东湾市人民政府
2021年3月4日
`;

let session: BrowserSession;
let service: TestService;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  session = await openBrowserSession(browser, 'sidecar', (nowhere) => ({ GONGBAO_LIBREOFFICE: nowhere }));
  ({ service, page } = session);
  const files = join(session.folder, 'files');
  mkdirSync(files);
  writeFileSync(join(files, '停车.txt'), NOTICE);
  writeFileSync(join(files, '公文目录.csv'), '文件名,文种,主题\n停车.txt,通报,不是主题\nlost.txt,通知,\n');
  copyFileSync(resolve(import.meta.dirname, '../fixtures/legacy/notice.doc'), join(files, '旧文件.doc'));
  await service.importAll([files]);
});
test.afterAll(() => session.close());

test('a file that waits for LibreOffice is counted, and says what to install', async () => {
  await page.goto(`${service.url}/imports`);
  await expect(page.getByText(conversion.waiting('1'))).toBeVisible();
  await expect(page.getByText(conversion.install)).toBeVisible();
  await expect(page.getByRole('button', { name: conversion.convert })).toBeDisabled();
});

test('a table in the folder is offered, looked through, applied and undone', async () => {
  await page.locator('a[href^="/imports/"]').first().click();
  await expect(page.getByRole('table').getByText(conversion.title, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: words.look }).click();
  await expect(page.getByRole('heading', { name: '公文目录.csv' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByText(words.unmatched)).toBeVisible();
  await expect(page.getByText(words.problems.unknown_subject('主题', '不是主题'))).toBeVisible();
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: words.apply('1') }).click();
  await expect(page.getByText(words.applied('1', '1'))).toBeVisible();
  await expect(page.getByRole('button', { name: words.nothingToApply })).toBeDisabled();
  await page.getByRole('region', { name: words.history }).getByRole('button', { name: words.undo }).click();
  await expect(page.getByText(words.isUndone, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: words.apply('1') })).toBeEnabled();
});

test('a table is chosen by hand, its rows filtered; the wrong file is explained', async () => {
  await page.goto(`${service.url}/imports`);
  await page.getByRole('link', { name: imports.sidecar }).click();
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('甲,乙\n1,2') });
  await expect(page.getByText('没有认出目录文件的列')).toBeVisible();
  await input.setInputFiles({
    name: 'y.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('文件名,文种\n停车.txt,意见\nno.txt,令'),
  });
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: words.standing.unmatched }).click();
  await expect(page.getByText('no.txt')).toBeVisible();
});
