/** What went wrong with a request, in the words that the service chose for the user's language. */
import type { ProblemDetails } from '../../indexer/contract.ts';
import { type Language, WORDS } from '../words/words.ts';

export class ServiceError extends Error {
  /** A code of indexer/errors.ts, or `unreachable` when nobody answered. */
  readonly code: string;
  readonly status: number;
  /** What the user can do about it. */
  readonly hint: string;

  constructor(problem: Pick<ProblemDetails, 'code' | 'status' | 'detail' | 'hint'>, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = 'ServiceError';
    this.code = problem.code;
    this.status = problem.status;
    this.hint = problem.hint;
  }
}

/** How soon a service that is away is asked again. */
export const AWAY_MS = 2000;

/** Nobody answered, or the window knows that nobody is there: that passes. */
export function isAway(error: unknown): boolean {
  return error instanceof ServiceError && (error.code === 'unreachable' || error.code === 'service_not_running');
}

/** The error of an answer that is not 2xx; one without problem details (a proxy's page, an empty body) is worded by its status. */
export function readProblem(status: number, body: unknown, language: Language): ServiceError {
  const given = typeof body === 'object' && body !== null ? (body as Partial<ProblemDetails>) : {};
  const words = WORDS[language].failure;
  return new ServiceError({
    code: typeof given.code === 'string' ? given.code : 'unexpected_answer',
    status,
    detail: textOr(given.detail, textOr(given.title, words.unexpected(status))),
    hint: textOr(given.hint, words.tryAgain),
  });
}

/** The error of a request that got no answer at all. */
export function unreachable(cause: unknown, language: Language): ServiceError {
  const words = WORDS[language].failure;
  return new ServiceError(
    { code: 'unreachable', status: 0, detail: words.unreachable, hint: words.unreachableHint },
    { cause },
  );
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
