/** Which processes run, to see that none is left behind. Linux only: reads /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes that `root` started, and those that they started. */
export function descendantsOf(root: number): Process[] {
  const all = listProcesses();
  const found: Process[] = [];
  const seek = (parent: number): void => {
    for (const each of all.filter((candidate) => candidate.parent === parent)) {
      found.push(each);
      seek(each.pid);
    }
  };
  seek(root);
  return found;
}

/** Resolves with those of `pids` that still run when `patience` has passed, or with none as soon as all are gone. */
export async function survivors(pids: readonly number[], patience: number): Promise<Process[]> {
  const end = Date.now() + patience;
  for (;;) {
    const left = listProcesses().filter((each) => pids.includes(each.pid));
    if (left.length === 0 || Date.now() > end) return left;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function listProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((each) => each !== null);
}

function readProcess(pid: number): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets of its own; what follows the last one is regular.
    const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    return { pid, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    // It ended between being listed and being read.
    return null;
  }
}
