/** The service's log: one file in the library's logs folder, begun anew when the last one has grown large. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';

const LARGEST_BYTES = 5 * 1024 * 1024;

/** The log file is logs/service.log; the one before it stays as service.1.log. */
export function openLog(folder: string, level: string): Logger {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'service.log');
  if (existsSync(file) && statSync(file).size > LARGEST_BYTES) renameSync(file, join(folder, 'service.1.log'));
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: file, sync: false }),
  );
}
