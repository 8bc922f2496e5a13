/** `gongbao reparse`: parses the library again from its originals and tells what changed. */
import type { ImportFile } from '../../contract.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, note, print, printJson, say } from '../output.ts';
import { startProgress } from '../progress.ts';

export async function reparseCommand(access: LibraryAccess, options: { readonly json?: boolean }): Promise<number> {
  const cancel = new AbortController();
  const onInterrupt = (): void => cancel.abort();
  process.once('SIGINT', onInterrupt);
  const progress = startProgress(say('重新解析', 'Parsing again'), options.json !== true);
  const run = await access.reparse(({ event, data }) => {
    if (event === 'run') progress.update(data.filesDone, data.filesTotal, data.currentFile ?? '');
  }, cancel.signal);
  progress.stop();
  process.off('SIGINT', onInterrupt);
  const [changed, failures] = await Promise.all([access.changedFiles(run.id), access.failedFiles(run.id)]);
  if (options.json) printJson({ run, changed, failures });
  else {
    const { counts, filesTotal } = run;
    const zh = `原件 ${filesTotal}：有变化 ${counts.changed}，无变化 ${counts.unchanged}，失败 ${counts.failed}，取消 ${counts.cancelled}。`;
    const en = `${filesTotal} originals: ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.failed} failed, ${counts.cancelled} cancelled.`;
    print(say(zh, en));
    for (const file of changed) for (const line of changeLines(file)) print(line);
  }
  for (const { path, problem } of failures)
    note(problem === null ? path : `${path}: ${problem.message} [${problem.code}] ${problem.hint}`);
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
