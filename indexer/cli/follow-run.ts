/** A run of imports as the command line shows it: a bar while it goes, Ctrl-C that cancels it, its sum in the words of the page. */
import type { ImportEvent, ImportFile, ImportOutcome, ImportRun } from '../contract.ts';
import { OUTCOME_WORDS } from '../importing/outcome-words.ts';
import { language, note, say } from './output.ts';
import { startProgress } from './progress.ts';

type Start = (onEvent: (event: ImportEvent) => void, signal: AbortSignal) => Promise<ImportRun>;

interface RunShown {
  readonly title: string;
  readonly bar: boolean;
}

/** The first Ctrl-C cancels the run and waits for its end, the second ends the program. */
export async function followRun({ title, bar }: RunShown, start: Start): Promise<ImportRun> {
  const cancel = new AbortController();
  const progress = startProgress(title, bar);
  const onInterrupt = (): void => {
    cancel.abort();
    note(
      say(
        '\n正在取消…（已导入的会保留；再按一次立即退出）',
        '\nCancelling… (what is imported stays; once more to quit)',
      ),
    );
  };
  process.once('SIGINT', onInterrupt);
  try {
    const run = await start(({ event, data }) => {
      if (event === 'run') progress.update(data.filesDone, data.filesTotal, data.currentFile ?? '');
    }, cancel.signal);
    progress.update(run.filesDone, run.filesTotal, '');
    return run;
  } finally {
    progress.stop();
    process.off('SIGINT', onInterrupt);
  }
}

/** “27 个文件：新导入 13，待转换 1，失败 13” */
export function sumOf({ filesTotal, counts }: ImportRun): string {
  const words = Object.entries(OUTCOME_WORDS[language]) as [ImportOutcome, string][];
  const parts = words.flatMap(([outcome, word]) => {
    const count = outcome === 'waiting' || outcome === 'reading' ? 0 : counts[outcome];
    return count > 0 ? [`${word} ${count}`] : [];
  });
  const total = say(`${filesTotal} 个文件`, filesTotal === 1 ? '1 file' : `${filesTotal} files`);
  return parts.length === 0 ? total : say(`${total}：${parts.join('，')}`, `${total}: ${parts.join(', ')}`);
}

/** More than these nobody reads; `--json` gives all. */
const MOST_LINES = 100;

/** One line on stderr for each file that failed, and for what ended the run. */
export function noteFailures({ problem }: ImportRun, failures: readonly ImportFile[]): void {
  for (const file of failures.slice(0, MOST_LINES)) note(failureLine(file));
  const more = failures.length - MOST_LINES;
  if (more > 0)
    note(
      say(
        `…另有 ${more} 个失败的文件：加 --json 列出全部，或在“导入”页导出报告`,
        `… and ${more} more that failed: --json lists all, and the import page exports a report`,
      ),
    );
  if (problem !== null) note(`${problem.message} [${problem.code}] ${problem.hint}`);
}

function failureLine({ path, problem }: ImportFile): string {
  return problem === null ? path : `${path}: ${problem.message} [${problem.code}] ${problem.hint}`;
}
