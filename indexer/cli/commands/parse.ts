/** `gongbao parse FILE… [--json] [--stage S]`: what the pipeline makes of a file, without any library. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openConverting } from '../../converting/converting.ts';
import { AppError } from '../../errors.ts';
import type { ParsedDocument, ParsedFile } from '../../model.ts';
import { parseBytes, runStage, STAGES } from '../../pipeline.ts';
import { recogniseFormat } from '../../read/format.ts';
import type { ReadOptions } from '../../read/read-text.ts';
import { readSetting } from '../../settings.ts';
import { complain, EXIT, note, print, printJson, say } from '../output.ts';
import { parseOutput } from '../parse-output.ts';
import { recogniseScans } from '../recognise-scans.ts';

export interface ParseOptions {
  readonly json?: boolean;
  readonly stage?: string;
  readonly encoding?: string;
  readonly password?: string;
  /** False: pages without text of their own stay unread. */
  readonly ocr?: boolean;
}

export async function parseCommand(files: readonly string[], options: ParseOptions): Promise<number> {
  const stage = STAGES.find((one) => one === options.stage);
  if (options.stage !== undefined && stage === undefined) {
    note(
      say(
        `没有这个阶段：${options.stage}。可选：${STAGES.join('、')}`,
        `No such stage: ${options.stage}. Choose one of ${STAGES.join(', ')}`,
      ),
    );
    return EXIT.usage;
  }
  const converting = openConverting(parseBytes, readSetting('GONGBAO_LIBREOFFICE'));
  const parse = converting.program() === null ? parseBytes : converting.parse;
  const results: unknown[] = [];
  let failed = false;
  for (const file of files) {
    try {
      const bytes = await readBytes(file);
      const reading = await readingOptions(bytes, file, options);
      if (stage !== undefined) {
        results.push(await runStage(bytes, basename(file), stage, reading));
        continue;
      }
      const parsed = await parse(bytes, basename(file), reading);
      if (options.json) results.push(parseOutput(file, createHash('sha256').update(bytes).digest('hex'), parsed));
      else print(describe(file, parsed));
      if (parsed.documents.length === 0) {
        complain('file_no_document', {}, file);
        failed = true;
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      complain(error.code, error.details, file);
      failed = true;
    }
  }
  await converting.close();
  if (options.json || stage !== undefined) printJson(results.length === 1 ? results[0] : results);
  return failed ? EXIT.failed : EXIT.done;
}

async function readingOptions(bytes: Uint8Array, file: string, options: ParseOptions): Promise<ReadOptions> {
  const { encoding, password, ocr } = options;
  const given = { ...(encoding === undefined ? {} : { encoding }), ...(password === undefined ? {} : { password }) };
  // What LibreOffice must convert first has no scanned pages.
  if (ocr === false || (await recogniseFormat(bytes, basename(file))) === 'legacy') return given;
  return recogniseScans(bytes, basename(file), given, (page, of) =>
    note(say(`${basename(file)}：文字识别 ${page}/${of} 页`, `${basename(file)}: recognising page ${page} of ${of}`)),
  );
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'EIO';
    throw reason === 'ENOENT'
      ? new AppError('path_missing', { path: file }, { cause })
      : new AppError('file_unreadable', { reason }, { cause });
  }
}

function describe(file: string, parsed: ParsedFile): string {
  const { issue } = parsed;
  const head = issue
    ? `${file}\n  ${issue.publication ?? ''} ${issue.year ?? ''}年第${issue.number ?? '?'}期 ${issue.publishedOn ?? ''}`
    : file;
  return [head, ...parsed.documents.map(describeDocument)].join('\n');
}

function describeDocument(document: ParsedDocument): string {
  const facts = [document.number, document.issuers.join('、'), document.type, document.writtenOn].filter(Boolean);
  return `  · ${document.title}\n    ${facts.join(' · ')} · ${document.provisions.length} ${say('条款', 'provisions')}`;
}
