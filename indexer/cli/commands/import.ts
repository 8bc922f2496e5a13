/** `gongbao import PATH…`: takes files and folders into the library, with a bar and a summary. */
import { resolve } from 'node:path';
import type { ImportRun } from '../../contract.ts';
import { followRun, noteFailures, sumOf } from '../follow-run.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, print, printJson, say } from '../output.ts';

export async function importCommand(
  access: LibraryAccess,
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<number> {
  const absolute = paths.map((path) => resolve(path));
  const run = await followRun({ title: say('导入', 'Importing'), bar: options.json !== true }, (onEvent, signal) =>
    access.import(absolute, onEvent, signal),
  );
  const failures = await access.failedFiles(run.id);
  if (options.json) printJson({ run, failures });
  else {
    printSummary(run);
    await printOffers(access, run);
  }
  noteFailures(run, failures);
  return run.state === 'done' && failures.length === 0 ? EXIT.done : EXIT.failed;
}

function printSummary(run: ImportRun): void {
  const { newDocuments, mergedDocuments, skipped, filesTotal, sidecars } = run;
  const nothing = filesTotal === 0 && sidecars === 0;
  const merged = mergedDocuments > 0 ? say(`，并入已有 ${mergedDocuments} 件`, `, ${mergedDocuments} merged`) : '';
  print(
    nothing
      ? say('没有可以导入的文件。', 'There are no files to import.')
      : say(
          `${sumOf(run)}。新增 ${newDocuments} 件文件${merged}。`,
          `${sumOf(run)}. ${newDocuments} new documents${merged}.`,
        ),
  );
  if (skipped > 0)
    print(
      say(
        `略过 ${skipped} 个（隐藏文件、系统文件或不是文献的格式）。`,
        `${skipped} passed over (hidden, of the system, or of no known format).`,
      ),
    );
}

/** What can be made of the import besides: tables of metadata, and files that wait for LibreOffice. */
async function printOffers(access: LibraryAccess, { id }: ImportRun): Promise<void> {
  for (const { path } of await access.foundSidecars(id))
    print(
      say(
        `有目录文件，可预览：gongbao sidecar "${path}"`,
        `A table of metadata; to see what it says: gongbao sidecar "${path}"`,
      ),
    );
  const { waiting, program } = await access.conversion();
  if (waiting === 0 || program !== null) return;
  print(
    say(
      `库中有 ${waiting} 个文件待转换（DOC、WPS、RTF、ODT），只按文件名收录；安装 LibreOffice 后即可读取全文。`,
      `Files in the library to be converted (DOC, WPS, RTF, ODT), known by their names only: ${waiting}. Install LibreOffice to have them read.`,
    ),
  );
}
