import { expect, it } from 'vitest';
import { isMissingPage } from '../../../renderer/shell/page-missing.tsx';

it.each([
  [new Error('Unable to preload CSS for http://127.0.0.1:7700/assets/issues-DPBFqJXy.css'), true, 'the bundler'],
  [new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1:7700/assets/a.js'), true, 'Chromium'],
  [new TypeError('error loading dynamically imported module'), true, 'Firefox'],
  [new TypeError('Importing a module script failed.'), true, 'Safari'],
  [new TypeError("Cannot read properties of undefined (reading 'id')"), false, 'an error of ours'],
  ['Failed to fetch dynamically imported module', false, 'no error'],
])('%s', (error, expected, why) => {
  expect(isMissingPage(error), why).toBe(expected);
});
