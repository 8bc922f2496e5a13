/** What is asked of fields that people type, wherever they type them. */
import { AppError } from '../../errors.ts';
import { readNumberLine } from '../../text/document-number.ts';

/** 某政发[2021]5号 as the standard prints it; what is no such number stays. */
export const canonicalNumber = (typed: string): string => readNumberLine(typed) ?? typed;

/** Throws bad_request. */
export function requireOneLine(title: string): void {
  if (/[\r\n]/.test(title)) throw new AppError('bad_request', { reason: 'title' });
}
