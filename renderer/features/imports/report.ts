/** The failures of an import as plain text, to send to whoever can help. */
import type { ImportFile } from '../../../indexer/contract.ts';

/** One line for each file that failed: `第18期.txt	file_binary	文件不是文本	请先转换为文本。` */
export function failureReport(title: string, files: readonly ImportFile[]): string {
  const lines = files.flatMap(({ path, problem }) =>
    problem === null ? [] : [[path, problem.code, problem.message, problem.hint].join('\t')],
  );
  return [title, ...lines].join('\n');
}
