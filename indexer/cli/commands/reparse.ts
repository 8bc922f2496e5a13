/** `gongbao reparse`: parses the library again from its originals and tells what changed. */
import type { ImportFile } from '../../contract.ts';
import { followRun, noteFailures, sumOf } from '../follow-run.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, print, printJson, say } from '../output.ts';

export async function reparseCommand(access: LibraryAccess, options: { readonly json?: boolean }): Promise<number> {
  const shown = { title: say('重新解析', 'Parsing again'), bar: options.json !== true };
  const run = await followRun(shown, access.reparse);
  const [changed, failures] = await Promise.all([access.changedFiles(run.id), access.failedFiles(run.id)]);
  if (options.json) printJson({ run, changed, failures });
  else {
    print(say(`${sumOf(run)}。`, `${sumOf(run)}.`));
    for (const file of changed) for (const line of changeLines(file)) print(line);
  }
  noteFailures(run, failures);
  return run.state === 'done' && failures.length === 0 ? EXIT.done : EXIT.failed;
}

/** `第18期.txt: ~ 某市停车办法 (title, body)` */
function changeLines({ name, changes }: ImportFile): string[] {
  if (changes === null) return [];
  return [
    ...changes.added.map((title) => `${name}: + ${title}`),
    ...changes.gone.map((title) => `${name}: - ${title}`),
    ...changes.changed.map(({ title, fields }) => `${name}: ~ ${title} (${fields.join(', ')})`),
  ];
}
