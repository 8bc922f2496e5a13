/** `gongbao`: the commands, their options and exit codes (0 done, 1 something failed, 2 wrong usage). */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { SearchRequest } from '../contract.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { citesCommand } from './commands/cites.ts';
import { compareCommand } from './commands/compare.ts';
import { importCommand } from './commands/import.ts';
import { parseCommand } from './commands/parse.ts';
import { reparseCommand } from './commands/reparse.ts';
import { searchCommand } from './commands/search.ts';
import { sidecarCommand } from './commands/sidecar.ts';
import { reindexCommand, statusCommand } from './commands/status.ts';
import type { LibraryAccess } from './library-access.ts';
import { openLibraryAccess } from './open-access.ts';
import { EXIT, explainFailure, say } from './output.ts';

interface LibraryOption {
  readonly library?: string;
}

const collect = (value: string, previous: readonly string[] = []): string[] => [...previous, value];
const wholeNumber = (value: string): number => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError(say('应为整数', 'expected a whole number'));
  return Number(value);
};
const libraryOption = (): Option => new Option('--library <folder>', say('资料库文件夹', 'folder of the library'));
const jsonOption = (): Option =>
  new Option('--json', say('只输出一个 JSON 值', 'print one JSON value and nothing else'));

export async function runCli(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const finish = (wanted: Promise<number>): Promise<void> =>
    wanted.then((result) => {
      code = result;
    });
  const withLibrary = (options: LibraryOption, use: (access: LibraryAccess) => Promise<number>): Promise<void> =>
    finish(
      openLibraryAccess(options.library ?? null).then(async (access) => {
        try {
          return await use(access);
        } finally {
          await access.close();
        }
      }),
    );

  const program = new Command('gongbao')
    .description(say('公报检索：离线检索政府公报', 'Gongbao: offline search of government gazettes'))
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError(say('（gongbao --help 查看用法）', '(gongbao --help shows the usage)'));

  program
    .command('parse <files...>')
    .description(say('解析文件，查看读出的公文', 'show what is read from files'))
    .addOption(jsonOption())
    .option('--stage <stage>', say('只看某个阶段的结果', 'show what came out of one stage'))
    .option('--encoding <label>', say('指定文字编码', 'read with this encoding'))
    .option('--password <password>', say('加密文件的密码', 'password of an encrypted file'))
    .option('--no-ocr', say('不识别扫描页', 'leave scanned pages unread'))
    .action((files, options) => finish(parseCommand(files, options)));

  program
    .command('import <paths...>')
    .description(say('把文件或文件夹导入资料库', 'import files and folders'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((paths, options) => withLibrary(options, (access) => importCommand(access, paths, options)));

  program
    .command('sidecar [file]')
    .description(
      say('用目录文件（CSV、Excel、JSON）补全文献信息', 'fill in metadata from a table that came with the files'),
    )
    .addOption(libraryOption())
    .option('--apply', say('写入；省略则只预览', 'set the values; only shown if left out'))
    .option('--overwrite', say('也改写手工更正过的字段', 'also what was set by hand'))
    .option('--undo <batch>', say('撤销一次写入', 'take back what a table has set'))
    .addOption(jsonOption())
    .action((file, { library, ...options }) =>
      withLibrary({ library }, (access) => sidecarCommand(access, file, options)),
    );

  program
    .command('search <query...>')
    .description(say('检索', 'search'))
    .addOption(libraryOption())
    .option('--issuer <name>', say('发文机关（可重复）', 'issuer (repeatable)'), collect)
    .option('--year <year>', say('年份（可重复）', 'year (repeatable)'), collect)
    .option('--topic <subject>', say('主题（可重复）', 'topic (repeatable)'), collect)
    .option('--type <type>', say('文种（可重复）', 'type (repeatable)'), collect)
    .option('--validity <status>', say('时效（可重复）', 'validity (repeatable)'), collect)
    .option('--issue <id>', say('公报期（可重复）', 'issue (repeatable)'), collect)
    .option('--not <facet:value>', say('排除某个取值（可重复）', 'leave out a value (repeatable)'), collect)
    .option('--from <day>', say('起始日期', 'first day'))
    .option('--to <day>', say('截止日期', 'last day'))
    .addOption(
      new Option('--date-by <day>', say('按哪个日期', 'which day counts')).choices([
        'written',
        'published',
        'effective',
      ]),
    )
    .option('--as-of <day>', say('以哪天判断时效', 'judge validity on this day'))
    .option('--no-synonyms', say('不用同义词', 'words as typed, no synonyms'))
    .option('--explain', say('说明每条结果的排序依据', 'tell the rules behind every hit'))
    .addOption(
      new Option('--unit <unit>', say('按文件或按条款', 'documents or provisions')).choices(['document', 'provision']),
    )
    .addOption(new Option('--sort <order>', say('排序', 'order')).choices(['relevance', 'newest', 'oldest']))
    .option('--limit <n>', say('最多几条', 'how many'), wholeNumber)
    .option('--offset <n>', say('从第几条起', 'from which on'), wholeNumber)
    .addOption(jsonOption())
    .action((words: string[], { library, json, ...filters }) => {
      const { explain, synonyms, ...choices } = filters;
      const switches = { synonyms: synonyms ? 'on' : 'off', explain: explain ? '1' : '0' };
      const request = SearchRequest.parse({ q: words.join(' '), ...choices, ...switches });
      return withLibrary({ library }, (access) => searchCommand(access, request, { json }));
    });

  program
    .command('cites <document>')
    .description(say('一件公文引用了什么、被什么引用', 'what a document cites, and what cites it'))
    .addOption(libraryOption())
    .option('--out', say('只看它引用的', 'only what it cites'))
    .option('--in', say('只看引用它的', 'only what cites it'))
    .addOption(jsonOption())
    .action((document, { library, ...options }) =>
      withLibrary({ library }, (access) => citesCommand(access, document, options)),
    );

  program
    .command('compare <left> <right>')
    .description(
      say('逐条对照两个文件，或库中的两件文献', 'compare two files, or two documents of the library, clause by clause'),
    )
    .addOption(libraryOption())
    .option('--html <file>', say('另存为网页', 'write it as a web page'))
    .option('--docx <file>', say('另存为 Word 文档', 'write it as a Word document'))
    .addOption(jsonOption())
    .action((left, right, options) =>
      finish(compareCommand(() => openLibraryAccess(options.library ?? null), [left, right], options)),
    );

  program
    .command('check <file>')
    .description(
      say(
        '核对文稿中的引用：有无、文号、时效、条款',
        'check the citations of a draft: held, numbered, in force, pinned',
      ),
    )
    .addOption(libraryOption())
    .option('--docx <file>', say('另存为带批注的 Word 文档', 'write an annotated Word document'))
    .addOption(jsonOption())
    .action((file, options) => withLibrary(options, (access) => checkCommand(access, file, options)));

  program
    .command('serve')
    .description(say('启动本机服务', 'start the local service'))
    .addOption(libraryOption())
    .option('--host <address>', say('监听地址', 'address to listen on'), '127.0.0.1')
    .option('--port <n>', say('端口；省略则自动选择', 'port; picked if left out'), wholeNumber)
    .option('--token <token>', say('访问令牌；省略则随机生成', 'bearer token; random if left out'))
    .addOption(jsonOption())
    .option('--open', say('在浏览器中打开', 'open the browser'))
    .option('--samples', say('资料库为空时导入示例公报', 'import the sample gazettes into an empty library'))
    .action((options) => finish(import('./commands/serve.ts').then(({ serveCommand }) => serveCommand(options))));

  program
    .command('link')
    .description(say('为浏览器生成新的一次性登录链接', 'print a new one-time sign-in link'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((options) =>
      finish(import('./commands/serve.ts').then(({ linkCommand }) => linkCommand(options.library ?? null, options))),
    );

  program
    .command('status')
    .description(say('资料库与服务的状态', 'state of library and service'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((options) => withLibrary(options, (access) => statusCommand(access, options)));

  program
    .command('reindex')
    .description(say('清空并重建检索索引', 'empty and rebuild the search index'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((options) => withLibrary(options, (access) => reindexCommand(access, options)));

  program
    .command('reparse')
    .description(say('用保存的原件重新解析整个资料库', 'parse the library again from its originals'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((options) => withLibrary(options, (access) => reparseCommand(access, options)));

  program
    .command('backup <file>')
    .description(say('把资料库备份为一个文件', 'back up the library as one file'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((file, options) => finish(backupCommand(file, options)));

  program
    .command('restore <file>')
    .description(say('从备份恢复为新的资料库', 'make a new library of a backup'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((file, options) => finish(restoreCommand(file, options)));

  program
    .command('doctor')
    .description(say('检查运行环境', 'check what Gongbao needs'))
    .addOption(libraryOption())
    .addOption(jsonOption())
    .action((options) => finish(import('./commands/doctor.ts').then(({ doctorCommand }) => doctorCommand(options))));

  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return explainFailure(error);
  }
}
