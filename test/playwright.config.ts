import { defineConfig } from '@playwright/test';
import { findChromium } from './support/system-packages.ts';

const chromium = findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results',
  globalSetup: './e2e/prepare.ts',
  // One library, one search engine, one window at a time: two cores are not more.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../out/test/playwright.json' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    launchOptions: {
      args: ['--no-sandbox', '--disable-background-networking'],
      ...(chromium === null ? {} : { executablePath: chromium }),
    },
  },
});
