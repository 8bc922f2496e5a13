/** `gongbao import PATH…`: takes files and folders into the library, with a bar and a summary. */
import { resolve } from 'node:path';
import type { ImportFile, ImportRun } from '../../contract.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, note, print, printJson, say } from '../output.ts';
import { startProgress } from '../progress.ts';

export async function importCommand(
  access: LibraryAccess,
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<number> {
  const cancel = new AbortController();
  const onInterrupt = (): void => cancel.abort();
  process.once('SIGINT', onInterrupt);
  const progress = startProgress(say('导入', 'Importing'), options.json !== true);
  const run = await access.import(
    paths.map((path) => resolve(path)),
    ({ event, data }) => {
      if (event === 'run') progress.update(data.filesDone, data.filesTotal, data.currentFile ?? '');
    },
    cancel.signal,
  );
  progress.update(run.filesDone, run.filesTotal, say('已编入索引', 'indexed'));
  progress.stop();
  process.off('SIGINT', onInterrupt);
  const failures = await access.failedFiles(run.id);
  if (options.json) printJson({ run, failures });
  else {
    printSummary(run);
    await printOffers(access, run);
  }
  for (const file of failures) note(failureLine(file));
  if (run.problem) note(`${run.problem.message} [${run.problem.code}] ${run.problem.hint}`);
  return run.state === 'done' && failures.length === 0 ? EXIT.done : EXIT.failed;
}

function printSummary(run: ImportRun): void {
  const { counts } = run;
  print(
    say(
      `文件 ${run.filesTotal}：新 ${counts.new}，已有 ${counts.known}，并入 ${counts.merged}，失败 ${counts.failed}，取消 ${counts.cancelled}。新增公文 ${run.newDocuments} 件，并入 ${run.mergedDocuments} 件。`,
      `${run.filesTotal} files: ${counts.new} new, ${counts.known} known, ${counts.merged} merged, ${counts.failed} failed, ${counts.cancelled} cancelled. ${run.newDocuments} new documents, ${run.mergedDocuments} merged.`,
    ),
  );
}

/** What can be made of the import besides: tables of metadata, and files that wait for LibreOffice. */
async function printOffers(access: LibraryAccess, { id }: ImportRun): Promise<void> {
  for (const { path } of await access.foundSidecars(id))
    print(
      say(
        `有目录文件，可预览：gongbao sidecar ${path}`,
        `A table of metadata; to see what it says: gongbao sidecar ${path}`,
      ),
    );
  const { waiting, program } = await access.conversion();
  if (waiting === 0 || program !== null) return;
  print(
    say(
      `待转换 ${waiting} 个文件（DOC、WPS、RTF、ODT），只按文件名收录；安装 LibreOffice 后即可读取全文。`,
      `${waiting} files (DOC, WPS, RTF, ODT) are known by their names only; install LibreOffice to have them read.`,
    ),
  );
}

function failureLine({ path, problem }: ImportFile): string {
  return problem === null ? path : `${path}: ${problem.message} [${problem.code}] ${problem.hint}`;
}
