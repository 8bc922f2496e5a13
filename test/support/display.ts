/** A display of its own for windows under test, on a number that nobody uses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Display {
  /** `:99`, for the environment. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Starts Xvfb, which picks the number; rejects when it is not installed or does not start. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = server.stdio[3] as Readable;
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`Expected Xvfb to start, but it ended with ${code}.`);
  });
  const [number] = await Promise.race([once(numbers, 'data'), ended]);
  ended.catch(() => undefined);
  return {
    name: `:${String(number).trim()}`,
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}
