/** `gongbao serve`: the service in the foreground until Ctrl-C; `gongbao link`: a further sign-in link for a browser. */
import { spawn } from 'node:child_process';
import { AppError } from '../../errors.ts';
import { type RunningService, startService } from '../../service.ts';
import { serviceOptions } from '../../service-options.ts';
import { findRunningService } from '../open-access.ts';
import { EXIT, note, print, printJson, say } from '../output.ts';

export interface ServeOptions {
  readonly library?: string;
  readonly host: string;
  readonly port?: number;
  readonly token?: string;
  readonly open?: boolean;
  readonly samples?: boolean;
  readonly json?: boolean;
}

export async function serveCommand(options: ServeOptions): Promise<number> {
  // Heard from the first moment: a signal during the start must not leave the engine behind.
  const stopped = stopRequested();
  const service = await startService({
    ...serviceOptions(options.library ?? null),
    host: options.host,
    port: options.port ?? 0,
    importSamples: options.samples === true,
    ...(options.token === undefined ? {} : { token: options.token }),
  });
  const link = `${service.url}${service.signInPath()}`;
  announce(service, link, options);
  if (options.open) openInBrowser(link);
  await stopped;
  note(say('正在停止…', 'Stopping…'));
  await service.stop();
  return EXIT.done;
}

function announce(service: RunningService, link: string, { json }: ServeOptions): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ url: service.url, link, library: service.libraryFolder })}\n`);
    return;
  }
  print(say(`公报检索已启动：${service.url}`, `Gongbao is running at ${service.url}`));
  print(say(`请在本机浏览器中打开（一次有效）：${link}`, `Open in a browser of this machine (works once): ${link}`));
  print(say('按 Ctrl-C 停止。', 'Press Ctrl-C to stop.'));
}

/** Resolves at the first Ctrl-C, TERM or hang-up. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function openInBrowser(url: string): void {
  const opener = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[process.platform as string] ?? [
    'xdg-open',
    url,
  ];
  const child = spawn(opener[0] ?? 'xdg-open', opener.slice(1), { stdio: 'ignore', detached: true });
  child.once('error', () =>
    note(say('未能打开浏览器，请手动打开上面的链接。', 'No browser could be opened; open the link above yourself.')),
  );
  child.unref();
}

export async function linkCommand(library: string | null, options: { readonly json?: boolean }): Promise<number> {
  const running = await findRunningService(library);
  if (running === null) throw new AppError('service_not_running');
  const response = await fetch(`${running.url}/api/signin-links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${running.token}` },
  });
  if (!response.ok) throw new AppError('service_not_running');
  const link = `${running.url}${((await response.json()) as { path: string }).path}`;
  if (options.json) printJson({ link });
  else print(link);
  return EXIT.done;
}
