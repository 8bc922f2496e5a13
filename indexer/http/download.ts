/** Answers with a file to save, under a name that any system can keep. */
import type { FastifyReply } from 'fastify';
import { wellFormed } from '../text/well-formed.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
} as const;
const LONGEST_NAME = 80;

export interface Download {
  /** Without ending; may hold anything. */
  readonly name: string;
  readonly format: keyof typeof TYPES;
  readonly content: Uint8Array | string;
}

export function sendDownload(reply: FastifyReply, { name, format, content }: Download): FastifyReply {
  const file = `${safeFileName(name)}.${format}`;
  return reply
    .type(TYPES[format])
    .header(
      'content-disposition',
      `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(file)}`,
    )
    .send(typeof content === 'string' ? content : Buffer.from(content));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a file name must not have
const NOT_IN_NAMES = /[\u0000-\u001f<>:"/\\|?*']+/g;

/** `对照 甲/乙` gives `对照 甲 乙`. */
export function safeFileName(name: string): string {
  const plain = wellFormed(name).replace(NOT_IN_NAMES, ' ').trim();
  return Array.from(plain).slice(0, LONGEST_NAME).join('').trim() || 'export';
}
