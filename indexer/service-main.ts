/** Entry of the service as a child of the desktop client: tells its parent when it is ready, stops when it is told to. */
import { AppError, wordError } from './errors.ts';
import { type RunningService, startService } from './service.ts';
import { serviceOptions } from './service-options.ts';
import { readLanguage } from './settings.ts';

/** What the service tells its parent. */
export type ServiceMessage =
  | { readonly type: 'ready'; readonly url: string }
  | { readonly type: 'failed'; readonly code: string; readonly sentence: string; readonly hint: string };

interface ParentPort {
  postMessage(message: ServiceMessage): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

// Electron gives a utility process this port; its types are known only where Electron's are.
const parent = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;
const tell = (message: ServiceMessage): void => {
  if (parent) parent.postMessage(message);
  else process.send?.(message);
};

let service: RunningService | null = null;
let stopping: Promise<void> | null = null;

function stop(): Promise<void> {
  stopping ??= (service?.stop() ?? Promise.resolve()).finally(() => process.exit(0));
  return stopping;
}

parent?.on('message', ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === 'stop') void stop();
});
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
process.once('disconnect', () => void stop());

try {
  service = await startService({ ...serviceOptions(null), importSamples: process.argv.includes('--samples') });
  tell({ type: 'ready', url: service.url });
} catch (error) {
  const failure = error instanceof AppError ? error : new AppError('internal', {}, { cause: error });
  if (!(error instanceof AppError)) console.error(error);
  tell({ type: 'failed', code: failure.code, ...wordError(failure.code, failure.details, readLanguage()) });
  process.exitCode = 1;
}
