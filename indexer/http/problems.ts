/** Turns every failure of a request into problem details (RFC 9457) in the caller's language; the only place that does. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemDetails } from '../contract.ts';
import { AppError, type Language, wordError } from '../errors.ts';

/** `en` when the caller prefers English, else `zh`. */
export function callerLanguage(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const reason = error.validation.map((one) => `${one.instancePath || '/'} ${one.message ?? ''}`.trim()).join('; ');
    return new AppError('bad_request', { reason });
  }
  const status = (error as Partial<FastifyError>).statusCode;
  if (status !== undefined && status >= 400 && status < 500) {
    return new AppError('bad_request', { reason: (error as Error).message });
  }
  return new AppError('internal', {}, { cause: error });
}

function problemDetails(error: AppError, language: Language): ProblemDetails {
  const { sentence, hint } = wordError(error.code, error.details, language);
  return {
    type: `about:blank#${error.code}`,
    title: sentence,
    status: error.status,
    detail: sentence,
    code: error.code,
    hint,
  };
}

export async function answerWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const appError = toAppError(error);
  if (appError.status >= 500) request.log.error({ err: error }, appError.code);
  await reply
    .code(appError.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemDetails(appError, callerLanguage(request))));
}
