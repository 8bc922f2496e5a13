/** Lets work in the background give way to what somebody waits for, where the system knows priorities of threads. */
import { setPriority } from 'node:os';
import { platform } from 'node:process';

/** A third of the time of a thread that does not: what gives way altogether would stand still beside any busy program. */
const GIVES_WAY = 5;

/**
 * The thread that calls this gives way from now on. Linux alone keeps a priority for each thread, elsewhere it would be
 * that of the whole process. `thread` is one of another process of ours.
 */
export function giveWay(thread = 0): void {
  if (platform !== 'linux') return;
  try {
    setPriority(thread, GIVES_WAY);
  } catch {
    // It has ended, or a sandbox forbids it: then it competes with the others.
  }
}
