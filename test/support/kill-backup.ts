/** A process that loses its power after the first original: `backup LIBRARY FILE` or `restore LIBRARY FILE`. */
import { restoreBackup } from '../../indexer/backup/restore-backup.ts';
import { writeBackup } from '../../indexer/backup/write-backup.ts';

const [what, library = '', file = ''] = process.argv.slice(2);
const onProgress = (): void => void process.kill(process.pid, 'SIGKILL');
if (what === 'backup') await writeBackup({ library, file, version: '1', now: new Date(), onProgress });
else await restoreBackup({ library, file, onProgress });
