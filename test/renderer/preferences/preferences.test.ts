/** Whatever is kept under our name, the preferences are always some preferences. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULTS, readPreferences } from '../../../renderer/preferences/preferences.ts';

it.each([
  [null, {}],
  ['', {}],
  ['{', {}],
  ['null', {}],
  ['"dark"', {}],
  ['{"theme":"pink","textSize":400}', {}],
  [
    '{"language":"en","theme":"dark","textSize":20,"textFont":"sans"}',
    { language: 'en', theme: 'dark', textSize: 20, textFont: 'sans' },
  ],
])('%s gives the defaults with %j', (text, expected) => {
  expect(readPreferences(text)).toEqual({ ...DEFAULTS, ...expected });
});

it('are themselves again when they are read back, whatever was there', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readPreferences(text);
      expect(readPreferences(JSON.stringify(read))).toEqual(read);
    }),
  );
});
