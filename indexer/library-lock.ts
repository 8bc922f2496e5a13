/**
 * One service a library: a lock file names the process that has it open and, once it serves, where it answers.
 * A lock whose process is gone, or whose number another process has by now, is stale and is taken over.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from './errors.ts';

export interface ServiceAddress {
  readonly url: string;
  readonly token: string;
}

interface Holder {
  readonly pid: number;
  /** Tells two processes of one number apart; null where the system does not say. */
  readonly started: string | null;
  /** Null until the service answers, and for a command that serves nobody. */
  readonly address: ServiceAddress | null;
  /** Unlike that of any other lock. */
  readonly nonce: string;
}

export interface LibraryLock {
  announce(address: ServiceAddress): void;
  release(): void;
}

/** Where the living process that holds the lock answers; null when nobody holds it, or nobody serves. */
export function addressIn(file: string): ServiceAddress | null {
  const holder = readHolder(file);
  return holder !== null && isAlive(holder) ? holder.address : null;
}

/** Throws library_locked when a living process holds the lock. */
export function takeLock(file: string): LibraryLock {
  const own: Holder = {
    pid: process.pid,
    started: startTime(process.pid),
    address: null,
    nonce: randomBytes(8).toString('hex'),
  };
  while (!createLock(file, own)) {
    const other = readHolder(file);
    if (other !== null && isAlive(other)) throw lockedBy(other);
    removeStale(file, other);
  }
  return {
    announce: (address) => renameSync(writeDraft(file, { ...own, address }), file),
    release: () => {
      if (readHolder(file)?.nonce === own.nonce) rmSync(file, { force: true });
    },
  };
}

const lockedBy = ({ pid, address }: Holder): AppError =>
  new AppError('library_locked', { pid, port: address === null ? '–' : new URL(address.url).port });

/** Written aside and linked into place, so that nobody ever reads half a lock. False when there is a lock already. */
function createLock(file: string, holder: Holder): boolean {
  const draft = writeDraft(file, holder);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return createWithoutLink(file, holder);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** FAT, as on USB sticks, and some network folders know no links. */
function createWithoutLink(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function writeDraft(file: string, holder: Holder): string {
  const draft = aside(file, 'new');
  // The token lets its reader into the service: for this user's eyes only.
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

const aside = (file: string, why: string): string => `${file}.${process.pid}.${randomBytes(4).toString('hex')}.${why}`;

/** Of two processes that find the same stale lock one moves it away; should the other move a fresh one, it gives it back. */
function removeStale(file: string, stale: Holder | null): void {
  const moved = aside(file, 'stale');
  try {
    renameSync(file, moved);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const holder = readHolder(moved);
  if (holder === null || holder.nonce === stale?.nonce) rmSync(moved, { force: true });
  else renameSync(moved, file);
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, started, address, nonce } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    if (typeof pid !== 'number') return null;
    return { pid, started: started ?? null, address: address ?? null, nonce: nonce ?? '' };
  } catch (error) {
    // No lock, or one that a full disk or a loss of power cut off: neither holds anything.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be signalled, but it lives.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startTime(pid);
  return now === null || started === null || now === started;
}

/** When a process began: this boot of the system and clock ticks since then. Null where the system does not tell, or for no process. */
export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The program's name, in brackets, may hold anything: fields are counted from behind it.
    const ticks = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
    return ticks === undefined ? null : `${boot} ${ticks}`;
  } catch {
    return null; // not Linux: the process number alone must do
  }
}
