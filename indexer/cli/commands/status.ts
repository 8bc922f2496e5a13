/** `gongbao status` and `gongbao reindex`. */
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, print, printJson, say } from '../output.ts';
import { startProgress } from '../progress.ts';

export async function statusCommand(access: LibraryAccess, options: { readonly json?: boolean }): Promise<number> {
  const status = await access.status();
  if (options.json) {
    printJson({ running: access.kind === 'service', ...status });
    return EXIT.done;
  }
  const { library, engine } = status;
  const rows: [string, string | number][] = [
    [say('资料库', 'Library'), library.path],
    [say('服务', 'Service'), access.kind === 'service' ? say('运行中', 'running') : say('未运行', 'not running')],
    [say('公文', 'Documents'), library.documents],
    [say('条款', 'Provisions'), library.provisions],
    [say('来源文件', 'Source files'), library.sources],
    [say('公报期', 'Issues'), library.issues],
    [say('字数', 'Characters'), library.characters],
    [say('待编入索引', 'Waiting for the index'), library.indexPending],
    [
      say('检索引擎', 'Search engine'),
      `${engine.name} ${engine.version ?? ''} · ${engine.state}${engine.reason ? ` · ${engine.reason}` : ''}`,
    ],
  ];
  for (const [name, value] of rows) print(`${name}  ${value}`);
  return EXIT.done;
}

export async function reindexCommand(access: LibraryAccess, options: { readonly json?: boolean }): Promise<number> {
  const progress = startProgress(say('重建索引', 'Rebuilding the index'), options.json !== true);
  let total = 0;
  await access.reindex((pending) => {
    total = Math.max(total, pending);
    progress.update(total - pending, total, '');
  });
  progress.stop();
  const { library, engine } = await access.status();
  const complete = library.indexPending === 0;
  if (options.json) printJson({ documents: library.documents, indexPending: library.indexPending, engine });
  else
    print(
      complete
        ? say(`索引已重建：${library.documents} 件公文`, `The index is rebuilt: ${library.documents} documents`)
        : say(
            '检索引擎不可用，索引未重建；请运行 gongbao doctor。',
            'No search engine: the index is not rebuilt; run gongbao doctor.',
          ),
    );
  return complete ? EXIT.done : EXIT.failed;
}
