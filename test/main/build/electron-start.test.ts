import { describe, expect, it } from 'vitest';
import { electronFlags, explainElectronEnd } from '../../../main/build/electron-start.ts';

describe('electronFlags', () => {
  it.each([
    ['linux', 0, true],
    ['linux', 1000, false],
    ['darwin', 0, false],
    ['win32', null, false],
  ] as const)('on %s as %s the sandbox is off: %s', (platform, user, off) => {
    const { flags, remark } = electronFlags(platform, user);
    expect(flags.includes('--no-sandbox')).toBe(off);
    expect(remark !== null).toBe(off);
  });
});

describe('explainElectronEnd', () => {
  it.each([
    [
      'SIGTRAP',
      '[1:0101/000000.0:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but is not configured correctly.',
      /user namespaces.*--browser$/,
    ],
    ['SIGTRAP', 'FATAL:zygote_host_impl_linux.cc(117)] No usable sandbox!', /user namespaces/],
    ['SIGSEGV', 'ERROR:ozone_platform_x11.cc(240)] Missing X server or $DISPLAY', /no display/],
    ['SIGKILL', '', /ended by SIGKILL/],
  ])('%s after “%s”', (signal, lastWords, expected) => {
    const [zh, en] = explainElectronEnd(signal, lastWords) ?? ['', ''];
    expect(en).toMatch(expected);
    expect(`${zh}${en}`).not.toContain('\n');
  });

  it('has nothing to say about an ordinary end', () => {
    expect(explainElectronEnd(null, '')).toBeNull();
  });
});
