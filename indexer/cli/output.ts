/** How the command line speaks: results on stdout, everything else on stderr, one line for each failure. */
import { AppError, type ErrorCode, type ErrorDetails, type Language, wordError } from '../errors.ts';
import { readLanguage } from '../settings.ts';

export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

export const language: Language = readLanguage();

/** The sentence for this user: Chinese first, English second. */
export function say(zh: string, en: string): string {
  return language === 'zh' ? zh : en;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One JSON value and nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One line: what failed, and what to do. */
export function complain(code: ErrorCode, details: ErrorDetails, about?: string): void {
  const { sentence, hint } = wordError(code, details, language);
  note(`${about === undefined ? '' : `${about}: `}${sentence} [${code}] ${hint}`);
}

/** Says why a command failed and gives its exit code; the stack only where GONGBAO_LOG_LEVEL is debug. */
export function explainFailure(error: unknown): number {
  if (error instanceof AppError) {
    complain(error.code, error.details);
  } else {
    note(
      `${say('程序内部出错', 'Something went wrong inside Gongbao')}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (process.env.GONGBAO_LOG_LEVEL === 'debug') console.error(error);
  return EXIT.failed;
}
