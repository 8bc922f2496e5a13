import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runtimeIn } from '../../../main/build/electron-runtime.ts';

const EXECUTABLE =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';

describe('runtimeIn', () => {
  let folder: string;
  const put = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongbao-runtime-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('finds the executable and its version, however it is written', () => {
    put(EXECUTABLE, '');
    put('version', 'v45.4.1\n');
    expect(runtimeIn(folder)).toEqual({ executable: join(folder, EXECUTABLE), folder, version: '45.4.1' });
  });

  it('takes half a runtime for none', () => {
    expect(runtimeIn(folder)).toBeNull();
    put('version', '45.4.1');
    expect(runtimeIn(folder)).toBeNull();
    expect(runtimeIn(join(folder, 'none'))).toBeNull();
  });
});
