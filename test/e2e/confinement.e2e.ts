/** What the page in the window may not do, tried in the real window; and that closing it leaves nothing running. */
import { expect, test } from '@playwright/test';
import { type Desktop, openDesktop } from '../support/electron.ts';
import { descendantsOf, survivors } from '../support/processes.ts';

const STOP_PATIENCE_MS = 10_000;

let desktop: Desktop;

test.beforeAll(async () => {
  desktop = await openDesktop({ importSamples: false, language: 'zh' });
  await desktop.page.waitForLoadState();
});
test.afterAll(() => desktop.remove());

test('the page has its own origin, and nothing of Node', async () => {
  const { page } = desktop;
  expect(page.url()).toBe('gongbao://app/');
  expect(await page.evaluate(() => [typeof require, typeof process, typeof module])).toEqual(
    Array(3).fill('undefined'),
  );
  expect(await page.evaluate(() => Object.keys(window.gongbao ?? {}).sort())).toEqual(
    [
      ...['onCommand', 'pathForFile', 'pickFiles', 'pickFolder', 'platform'],
      ...['setLanguage', 'showInFolder', 'takeOpenedFiles'],
    ].sort(),
  );
});

test('the window is sandboxed and isolated', async () => {
  const preferences = await desktop.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron has it and does not declare it; nothing else tells what the window was made with.
      return (webContents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences();
    }),
  );
  expect(preferences).toEqual([
    expect.objectContaining({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }),
  ]);
});

test('the page is served with a strict policy, and a nonce of its own each time', async () => {
  const { page } = desktop;
  const policyOf = (): Promise<string | null> =>
    page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  const [first, second] = [await policyOf(), await policyOf()];
  expect(first).toContain("default-src 'none'");
  expect(first).not.toContain('unsafe');
  expect(first).not.toBe(second);
});

test('the service answers the page, which never sees the token', async () => {
  const { page } = desktop;
  expect(await page.evaluate(async () => (await fetch('/api/status')).status)).toBe(200);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('no file outside the client is served', async () => {
  const { page } = desktop;
  for (const path of ['/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/main.cjs'])
    expect(await page.evaluate(async (each) => (await fetch(each)).headers.get('content-type'), path)).toMatch(
      /^text\/html/,
    );
});

test('no navigation leaves the client, and no window opens', async () => {
  const { page, application } = desktop;
  // The dialog that asks is answered here: nobody sits before this display.
  await application.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  });
  expect(await page.evaluate(() => window.open('https://www.gov.cn/'))).toBeNull();
  expect(await page.evaluate(() => window.open('file:///etc/passwd'))).toBeNull();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://www.gov.cn/';
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(await page.evaluate(async () => (await fetch('/api/status')).ok)).toBe(true);
  expect(page.url()).toMatch(/^gongbao:\/\/app\//);
  expect(application.windows()).toHaveLength(1);
});

test('the page reaches no other machine', async () => {
  const failed = await desktop.page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(failed).toBe('refused');
});

test('permissions are denied, but for copying text', async () => {
  const { page } = desktop;
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const asked = await page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(asked).toEqual(['denied', 'denied', 'denied']);
  expect(await page.evaluate(() => navigator.clipboard.writeText('第六条').then(() => 'copied'))).toBe('copied');
});

test('the menu speaks the language of the client', async () => {
  const { page, application } = desktop;
  const labels = (): Promise<string[]> =>
    application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
  expect((await labels())[0]).toBe('文件');
  await page.evaluate(() => window.gongbao?.setLanguage('en'));
  expect((await labels())[0]).toBe('File');
});

test('a service that is killed comes back, with one search engine', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const engines = (): number => descendantsOf(desktop.pid).filter(({ command }) => /meilisearch/.test(command)).length;
  await expect.poll(engines).toBe(1);
  const before = descendantsOf(desktop.pid).filter(({ command }) => /NodeService|meilisearch/.test(command));
  const service = before.find(({ command }) => command.includes('NodeService'));
  expect(service).toBeDefined();
  process.kill(service?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => desktop.page.evaluate(async () => (await fetch('/api/status')).status)).toBe(200);
  await expect.poll(engines).toBe(1);
  expect(
    await survivors(
      before.map(({ pid }) => pid),
      STOP_PATIENCE_MS,
    ),
  ).toEqual([]);
});

test('closing the window ends the service and the search engine', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const started = descendantsOf(desktop.pid);
  expect(started.filter(({ command }) => /meilisearch/.test(command))).toHaveLength(1);
  await desktop.application.close();
  expect(await survivors([desktop.pid, ...started.map(({ pid }) => pid)], STOP_PATIENCE_MS)).toEqual([]);
});
