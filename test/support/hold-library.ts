/** Opens the library named on its command line, says how that went, and holds it until its input ends. */
import { AppError } from '../../indexer/errors.ts';
import { openLibrary } from '../../indexer/library.ts';

try {
  const library = openLibrary(process.argv[2] ?? '');
  console.log('open');
  process.stdin.resume().once('end', library.release);
} catch (error) {
  console.log(error instanceof AppError ? error.code : String(error));
}
