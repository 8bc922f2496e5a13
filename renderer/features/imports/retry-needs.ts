/** What a file that failed has to be given before it is tried again. Pure. */
import type { ImportFile } from '../../../indexer/contract.ts';

const TEXT_FORMATS: ReadonlySet<ImportFile['format']> = new Set(['text', 'web', 'other']);
/** A text that is read in a wrong encoding looks like any of these. */
const LOOKS_WRONG: ReadonlySet<string> = new Set([
  'file_undecodable',
  'file_binary',
  'file_no_document',
  'parse_failed',
]);

/** Null: nothing; whatever kept it out may be gone by now. */
export function retryNeeds({ format, problem }: ImportFile): 'password' | 'encoding' | null {
  if (problem === null) return null;
  if (problem.code === 'file_encrypted') return 'password';
  return TEXT_FORMATS.has(format) && LOOKS_WRONG.has(problem.code) ? 'encoding' : null;
}
