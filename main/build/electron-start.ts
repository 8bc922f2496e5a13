/** What starting Electron on Linux asks for, and what it means when it ends before it began. Pure. */

type Worded = readonly [zh: string, en: string];

export interface ElectronFlags {
  readonly flags: readonly string[];
  /** One line for the user, Chinese and English, or null. */
  readonly remark: Worded | null;
}

/** On Debian and on Ubuntu. */
const ALLOW_NAMESPACES =
  'sudo sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0';

/** Quiet but for what is fatal: Chromium reports every desktop service that it misses. As root it refuses its sandbox. */
export function electronFlags(platform: NodeJS.Platform, user: number | null): ElectronFlags {
  const flags = ['--log-level=3'];
  if (platform !== 'linux' || user !== 0) return { flags, remark: null };
  return {
    flags: [...flags, '--no-sandbox'],
    remark: [
      '以 root 运行：Electron 的沙箱已关闭；以普通用户运行即可启用。',
      'Running as root: Electron’s sandbox is off. Start as an ordinary user to have it.',
    ],
  };
}

/** What to do when Electron ended with a signal: `The SUID sandbox helper binary was found, but …` names the sandbox. Null when it said nothing that we know. */
export function explainElectronEnd(signal: string | null, lastWords: string): Worded | null {
  if (/SUID sandbox|setuid_sandbox|No usable sandbox/i.test(lastWords))
    return [
      `当前用户无法使用 Electron 的沙箱。请允许非特权用户命名空间（${ALLOW_NAMESPACES}），或改用浏览器：npm start -- --browser`,
      `Electron’s sandbox is not available to this user. Allow unprivileged user namespaces (${ALLOW_NAMESPACES}), or use the client in a browser: npm start -- --browser`,
    ];
  if (/Missing X server|cannot open display|Failed to connect to.*display/i.test(lastWords))
    return [
      'Electron 找不到显示器；可改用浏览器：npm start -- --browser',
      'Electron found no display. Use the client in a browser: npm start -- --browser',
    ];
  return signal === null ? null : [`Electron 因 ${signal} 结束。`, `Electron ended by ${signal}.`];
}
