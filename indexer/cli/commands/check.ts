/** `gongbao check FILE`: the citations of a draft held against the library; exit code 1 when one of them is wrong. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SEVERITY_WORDS } from '../../check/words.ts';
import type { CheckFinding } from '../../contract.ts';
import { checkDocx, countsLine } from '../../export/check-docx.ts';
import { EXPORT_WORDS } from '../../export/words.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, language, print, printJson } from '../output.ts';
import { textOfFile } from '../text-of-file.ts';

export interface CheckOptions {
  readonly docx?: string;
  readonly json?: boolean;
}

export async function checkCommand(access: LibraryAccess, file: string, options: CheckOptions): Promise<number> {
  const check = await access.check({ text: await textOfFile(file), name: basename(file) });
  if (options.docx !== undefined) await writeFile(options.docx, await checkDocx(check, language));
  if (options.json) {
    printJson(check);
  } else {
    for (const finding of check.findings) if (finding.severity !== 'ok') print(describe(finding));
    print(countsLine(check, language));
  }
  return check.counts.error > 0 ? EXIT.failed : EXIT.done;
}

/** [错误] 《X》第十二条 (第 8 段) and below it what is wrong and what would be right. */
function describe({ severity, words, paragraph, remarks }: CheckFinding): string {
  const text = EXPORT_WORDS[language];
  const head = `[${SEVERITY_WORDS[language][severity]}] ¶${paragraph + 1} ${words}`;
  const lines = remarks.flatMap(({ message, suggestion, quote, document }) => [
    message,
    ...(suggestion === null ? [] : [text.suggestion(suggestion)]),
    ...(quote === null ? [] : [text.proof(document === null ? '' : `《${document.title}》`, quote)]),
  ]);
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
}
