/** `gongbao compare A B`: two files, or two documents of the library by id, number or title, clause by clause. */
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { alignTexts } from '../../aligning/align-texts.ts';
import { compareChoices } from '../../comparing.ts';
import type { ComparisonPart, ComparisonResponse, ComparisonRow, TextChoice } from '../../contract.ts';
import { comparisonDocx } from '../../export/comparison-docx.ts';
import { comparisonHtml } from '../../export/comparison-html.ts';
import { isChange, summaryLine } from '../../export/comparison-sheet.ts';
import { EXPORT_WORDS } from '../../export/words.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, language, print, printJson } from '../output.ts';
import { textOfFile } from '../text-of-file.ts';

export interface CompareOptions {
  readonly html?: string;
  readonly docx?: string;
  readonly json?: boolean;
}

/** `open` is called only where a name is no file's: two files are compared without any library. */
export async function compareCommand(
  open: () => Promise<LibraryAccess>,
  names: readonly [string, string],
  options: CompareOptions,
): Promise<number> {
  const comparison = await compareNamed(open, names);
  const look = { words: EXPORT_WORDS[language], day: new Date().toLocaleDateString('sv'), onlyChanges: false };
  if (options.html !== undefined) await writeFile(options.html, comparisonHtml(comparison, look));
  if (options.docx !== undefined) await writeFile(options.docx, await comparisonDocx(comparison, look));
  if (options.json) printJson(comparison);
  else show(comparison);
  return EXIT.done;
}

async function compareNamed(
  open: () => Promise<LibraryAccess>,
  [left, right]: readonly [string, string],
): Promise<ComparisonResponse> {
  const [a, b] = [await choiceOfFile(left), await choiceOfFile(right)];
  if (a !== null && b !== null) return compareChoices(WITHOUT_LIBRARY, a, b);
  const access = await open();
  try {
    const choose = async (text: TextChoice | null, name: string): Promise<TextChoice> =>
      text ?? { document: await access.findDocument(name) };
    return await access.compare({ left: await choose(a, left), right: await choose(b, right) });
  } finally {
    await access.close();
  }
}

const WITHOUT_LIBRARY = { catalogue: { document: () => null, provisions: () => [] }, align: alignTexts };

/** Null when there is no such file: then the name is a document's. */
async function choiceOfFile(name: string): Promise<TextChoice | null> {
  const isFile = await stat(name).then(
    (found) => found.isFile(),
    () => false, // no such file: it names a document
  );
  if (!isFile) return null;
  return { text: await textOfFile(name), name: basename(name) };
}

function show(comparison: ComparisonResponse): void {
  const words = EXPORT_WORDS[language];
  print(`- ${comparison.left.title}`);
  print(`+ ${comparison.right.title}`);
  const changes = comparison.rows.filter(isChange);
  for (const row of changes) print(`\n${heading(row)}\n${row.parts.map(mark).join('')}`);
  print(`\n${summaryLine(comparison, words)}`);
  if (changes.length === 0) print(words.noChanges);
}

/** [修改 移动] 第三条 → 第五条 */
function heading(row: ComparisonRow): string {
  const words = EXPORT_WORDS[language];
  const state: string[] = [words.changes[row.change], ...(row.moved ? [words.moved] : [])];
  if (row.form !== 'pair') state.push(row.form === 'split' ? words.split : words.merged);
  const name = (side: 'left' | 'right'): string => row[side].map(({ label, path }) => label || path).join('、');
  const [left, right] = [name('left'), name('right')];
  return `[${state.join(' ')}] ${left === right ? left : [left, right].filter((text) => text !== '').join(' → ')}`;
}

/** Colours where there are any; elsewhere the marks of wdiff, which any eye can tell. */
function mark({ kind, text }: ComparisonPart): string {
  if (kind === 'same') return text;
  if (process.stdout.isTTY) return kind === 'gone' ? `\u001b[9;31m${text}\u001b[0m` : `\u001b[4;32m${text}\u001b[0m`;
  return kind === 'gone' ? `[-${text}-]` : `{+${text}+}`;
}
