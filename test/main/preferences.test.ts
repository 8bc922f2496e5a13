import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PreferencesFile, readPreferences } from '../../main/preferences.ts';

const NONE = { window: { bounds: null, maximised: false }, language: null, library: null };

describe('readPreferences', () => {
  it.each([
    [
      '{"language":"en","library":"/data/公报","window":{"maximised":true}}',
      { ...NONE, language: 'en', library: '/data/公报', window: { bounds: null, maximised: true } },
    ],
    ['{"language":"fr","library":7}', NONE],
    ['{"langu', NONE],
    ['null', NONE],
    ['', NONE],
  ])('%s', (text, expected) => {
    expect(readPreferences(text)).toEqual(expected);
  });
});

describe('PreferencesFile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongbao-preferences-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps what was changed for the next start, and leaves nothing else behind', () => {
    const path = join(folder, 'new/desktop.json');
    new PreferencesFile(path).change({ language: 'en' });
    new PreferencesFile(path).change({ library: '/data' });
    expect(new PreferencesFile(path).current).toEqual({ ...NONE, language: 'en', library: '/data' });
    expect(readdirSync(join(folder, 'new'))).toEqual(['desktop.json']);
  });
});
