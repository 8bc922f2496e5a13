/** What starting Electron on Linux asks for, and what it means when it ends before it began. Pure. */

export interface ElectronFlags {
  readonly flags: readonly string[];
  /** One line for the user, or null. */
  readonly remark: string | null;
}

/** Quiet but for what is fatal: Chromium reports every desktop service that it misses. As root it refuses its sandbox. */
export function electronFlags(platform: NodeJS.Platform, user: number | null): ElectronFlags {
  const flags = ['--log-level=3'];
  if (platform !== 'linux' || user !== 0) return { flags, remark: null };
  return {
    flags: [...flags, '--no-sandbox'],
    remark: 'Running as root: Electron’s sandbox is off. Start as an ordinary user to have it.',
  };
}

/** What to do when Electron ended with a signal: `The SUID sandbox helper binary was found, but …` names the sandbox. Null when it said nothing that we know. */
export function explainElectronEnd(signal: string | null, lastWords: string): string | null {
  if (/SUID sandbox|setuid_sandbox|No usable sandbox/i.test(lastWords))
    return (
      'Electron’s sandbox is not available to this user. Allow unprivileged user namespaces ' +
      '(sudo sysctl -w kernel.unprivileged_userns_clone=1, on Ubuntu kernel.apparmor_restrict_unprivileged_userns=0), ' +
      'or use the client in a browser: npm start -- --browser'
    );
  if (/Missing X server|cannot open display|Failed to connect to.*display/i.test(lastWords))
    return 'Electron found no display. Use the client in a browser: npm start -- --browser';
  return signal === null ? null : `Electron ended by ${signal}.`;
}
