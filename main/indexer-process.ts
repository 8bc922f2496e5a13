/**
 * Runs the service as a utility process: waits until it is ready, starts it once more when it dies by itself, and ends it
 * with everything that it started. Knows nothing of what the service does.
 */
import { randomBytes } from 'node:crypto';
import { type UtilityProcess, utilityProcess } from 'electron';
import { wordError } from '../indexer/errors.ts';
import type { ServiceMessage } from '../indexer/service-main.ts';
import { StartFailure } from './start-failure.ts';

const STOP_PATIENCE_MS = 8_000;
const RESTARTS = 1;
/** Having run so long, it is worth another restart. */
const HEALTHY_MS = 60_000;

export interface IndexerOptions {
  /** Path of the bundle. */
  readonly service: string;
  /** Null for the library that the command line takes by default. */
  readonly library: string | null;
  /** Folder of the built client, for a browser that signs in. */
  readonly renderer: string;
  readonly samples: string;
  readonly importSamples: boolean;
  readonly resources: string | null;
  readonly language: 'zh' | 'en';
}

export interface Address {
  readonly url: string;
  readonly token: string;
}

export interface IndexerProcess {
  /** Where the service answers; waits while it starts, and rejects with StartFailure when it cannot. */
  address(): Promise<Address>;
  /** Ends the service, and starts it again with what has changed. */
  restart(changes: Partial<IndexerOptions>): Promise<void>;
  stop(): Promise<void>;
}

interface Run {
  readonly ready: Promise<Address>;
  stop(): Promise<void>;
}

export function startIndexer(first: IndexerOptions, onFailure: (failure: StartFailure) => void): IndexerProcess {
  let options = first;
  let stopped = false;
  let restarts = 0;
  let run = begin();

  function begin(): Run {
    const started = fork(options, (failure) => {
      if (stopped || run !== started) return;
      // What the service explained would only come again; what it did not explain may have been an accident.
      if (failure.code === 'service_not_running' && restarts < RESTARTS) {
        restarts += 1;
        run = begin();
      } else {
        onFailure(failure);
      }
    });
    void started.ready.then(() => setTimeout(() => started === run && forgive(), HEALTHY_MS).unref(), ignore);
    return started;
  }

  function forgive(): void {
    restarts = 0;
  }

  return {
    address: async () => {
      // When it dies while somebody waits, the wait goes on with the next run.
      for (;;) {
        const asked = run;
        try {
          return await asked.ready;
        } catch (error) {
          if (asked === run) throw error;
        }
      }
    },
    restart: async (changes) => {
      await run.stop();
      options = { ...options, ...changes };
      restarts = 0;
      if (!stopped) run = begin();
    },
    stop: async () => {
      stopped = true;
      await run.stop();
    },
  };
}

/** One life of the service. `onDeath` is called when it ends without having been asked to. */
function fork(options: IndexerOptions, onDeath: (failure: StartFailure) => void): Run {
  const token = randomBytes(32).toString('base64url');
  const child = utilityProcess.fork(options.service, options.importSamples ? ['--samples'] : [], {
    serviceName: 'gongbao-service',
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environmentFor(options, token),
  });
  const exited = new Promise<number>((resolve) => child.once('exit', resolve));
  let stopping = false;
  let failure: StartFailure | null = null;

  const ready = new Promise<Address>((resolve, reject) => {
    child.on('message', (message: ServiceMessage) => {
      if (message.type === 'ready') {
        resolve({ url: message.url, token });
      } else {
        failure = new StartFailure(message.code, message.sentence, message.hint);
        child.kill();
      }
    });
    void exited.then(() => {
      const { sentence, hint } = wordError('service_not_running', {}, options.language);
      const reason = failure ?? new StartFailure('service_not_running', sentence, hint);
      reject(reason);
      if (!stopping) onDeath(reason);
    });
  });
  // Nobody may be waiting when it fails; whoever asks later still gets the reason.
  ready.catch(ignore);

  return {
    ready,
    stop: async () => {
      stopping = true;
      await endChild(child, exited);
    },
  };
}

const ignore = (): void => undefined;

async function endChild(child: UtilityProcess, exited: Promise<number>): Promise<void> {
  const { pid } = child;
  child.postMessage({ type: 'stop' });
  const timer = setTimeout(() => {
    if (pid !== undefined && child.pid === pid) process.kill(pid, 'SIGKILL');
  }, STOP_PATIENCE_MS);
  await exited;
  clearTimeout(timer);
}

function environmentFor(options: IndexerOptions, token: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    GONGBAO_TOKEN: token,
    GONGBAO_RENDERER: options.renderer,
    GONGBAO_SAMPLES: options.samples,
    GONGBAO_LANGUAGE: options.language,
    ...(options.library === null ? {} : { GONGBAO_LIBRARY: options.library }),
    ...(options.resources === null ? {} : { GONGBAO_RESOURCES: options.resources }),
  };
}
