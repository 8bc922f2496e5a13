/** `gongbao backup` and `gongbao restore`: a library as one file, and a library of such a file. */
import { resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { restoreBackup } from '../../backup/restore-backup.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import { serviceOptions } from '../../service-options.ts';
import { EXIT, print, printJson, say } from '../output.ts';
import { startProgress } from '../progress.ts';

interface BackupCommandOptions {
  readonly library?: string;
  readonly json?: boolean;
}

const MEGABYTE = 1024 * 1024;

export async function backupCommand(name: string, options: BackupCommandOptions): Promise<number> {
  const { library } = serviceOptions(options.library ?? null);
  const file = resolve(name);
  const progress = startProgress(say('备份', 'Backing up'), options.json !== true);
  const onProgress = (done: number, total: number): void => progress.update(done, total, '');
  const backup = { library, file, version: packageJson.version, now: new Date(), onProgress };
  const { originals, bytes } = await writeBackup(backup).finally(progress.stop);
  if (options.json) printJson({ file, originals, bytes });
  else {
    const size = (bytes / MEGABYTE).toFixed(1);
    print(
      say(
        `已备份到 ${file}：${originals} 个原件，${size} MB`,
        `Backed up to ${file}: ${originals} originals, ${size} MB`,
      ),
    );
  }
  return EXIT.done;
}

export async function restoreCommand(name: string, options: BackupCommandOptions): Promise<number> {
  const { library } = serviceOptions(options.library ?? null);
  const progress = startProgress(say('恢复', 'Restoring'), options.json !== true);
  const onProgress = (done: number, total: number): void => progress.update(done, total, '');
  const restored = await restoreBackup({ file: resolve(name), library, onProgress }).finally(progress.stop);
  const { originals, createdAt } = restored;
  if (options.json) printJson({ library, originals, createdAt });
  else
    print(
      say(
        `已恢复到 ${library}：${originals} 个原件。检索索引会在首次打开时重建。`,
        `Restored to ${library}: ${originals} originals. The search index is rebuilt when it is first opened.`,
      ),
    );
  return EXIT.done;
}
