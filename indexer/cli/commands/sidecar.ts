/** `gongbao sidecar FILE`: shows what a table of metadata would set, sets it with --apply, takes it back with --undo. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CorrectionBatch, SidecarPreview, SidecarRowView } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, language, note, print, printJson, say } from '../output.ts';

export interface SidecarOptions {
  readonly apply?: boolean;
  readonly overwrite?: boolean;
  readonly undo?: string;
  readonly json?: boolean;
}

/** Exit code 1 when some row could not be used. */
export async function sidecarCommand(
  access: LibraryAccess,
  file: string | undefined,
  options: SidecarOptions,
): Promise<number> {
  if (options.undo !== undefined) return undo(access, options.undo, options);
  if (file === undefined) {
    note(
      say('请写明目录文件，或用 --undo 指明要撤销的一次写入', 'name a table, or with --undo what is to be taken back'),
    );
    return EXIT.usage;
  }
  const preview = await access.previewSidecar(await bytesOf(file), basename(file));
  const rows = await readRows(access, preview);
  const batch = options.apply ? await access.applySidecar(preview.id, options.overwrite ?? false) : null;
  if (options.json) printJson({ preview, rows, batch });
  else report({ preview, rows, batch });
  const unused = rows.filter(isUnused);
  for (const row of unused) note(`${basename(file)}:${row.line}: ${describeUnused(row)}`);
  return unused.length > 0 ? EXIT.failed : EXIT.done;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new AppError('path_missing', { path: file }, { cause });
    throw new AppError('file_unreadable', { reason: code ?? 'EIO' }, { cause });
  }
}

async function readRows(access: LibraryAccess, { id, total }: SidecarPreview): Promise<SidecarRowView[]> {
  const rows: SidecarRowView[] = [];
  while (rows.length < total) rows.push(...(await access.sidecarRows(id, rows.length)).rows);
  return rows;
}

interface Result {
  readonly preview: SidecarPreview;
  readonly rows: readonly SidecarRowView[];
  readonly batch: CorrectionBatch | null;
}

function report({ preview: { counts, total, columns }, rows, batch }: Result): void {
  const ignored = columns.filter(({ field }) => field === null).map(({ name }) => name);
  if (ignored.length > 0) print(say(`未使用的列：${ignored.join('、')}`, `Columns not used: ${ignored.join(', ')}`));
  if (batch === null) for (const row of rows) if (row.standing === 'ready') print(describeChange(row));
  print(
    say(
      `共 ${total} 行：可写入 ${counts.ready}，已一致 ${counts.same}，与手工更正不同 ${counts['by-hand']}，对应多件 ${counts.ambiguous}，未找到 ${counts.unmatched}，未写明 ${counts.unnamed}，重复 ${counts.repeated}，有疑问 ${counts.problem}。`,
      `${total} rows: ${counts.ready} to set, ${counts.same} already so, ${counts['by-hand']} differ from what was set by hand, ${counts.ambiguous} fit several, ${counts.unmatched} not found, ${counts.unnamed} name nothing, ${counts.repeated} repeated, ${counts.problem} in doubt.`,
    ),
  );
  if (batch !== null) {
    const zh = `已写入 ${batch.documents} 件的 ${batch.fields} 个字段；撤销：gongbao sidecar --undo ${batch.id}`;
    const en = `Set ${batch.fields} fields of ${batch.documents} documents; to take them back: gongbao sidecar --undo ${batch.id}`;
    print(say(zh, en));
  } else if (counts.ready > 0) {
    print(say('以上仅为预览；加 --apply 写入。', 'Nothing has been changed; add --apply to set the values.'));
  }
}

/** `12: 《某市停车办法》 成文日期: (空) → 2021-03-04` */
function describeChange({ line, document, changes }: SidecarRowView): string {
  const parts = changes
    .filter(({ kind }) => kind === 'set')
    .map(({ field, from, to }) => `${fieldWord(field)}: ${show(from)} → ${show(to)}`);
  return `${line}: 《${document?.title ?? ''}》 ${parts.join('; ')}`;
}

function show(value: unknown): string {
  if (value === null || value === undefined) return say('（空）', '(none)');
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'object' ? String((value as { status?: unknown }).status) : String(value);
}

const FIELD_WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  title: ['标题', 'title'],
  number: ['发文字号', 'number'],
  issuers: ['发文机关', 'issuers'],
  type: ['文种', 'type'],
  addressee: ['主送机关', 'addressee'],
  writtenOn: ['成文日期', 'written on'],
  printedOn: ['印发日期', 'printed on'],
  effectiveOn: ['施行日期', 'effective on'],
  expiresOn: ['有效期至', 'expires on'],
  registration: ['登记号', 'registration'],
  topics: ['主题', 'topics'],
  validity: ['时效性', 'validity'],
};
const fieldWord = (field: string): string => FIELD_WORDS[field]?.[language === 'zh' ? 0 : 1] ?? field;

const UNUSED: readonly SidecarRowView['standing'][] = ['ambiguous', 'unmatched', 'unnamed', 'repeated'];
const isUnused = ({ standing, problems }: SidecarRowView): boolean => UNUSED.includes(standing) || problems.length > 0;

function describeUnused({ standing, problems, candidates, ...row }: SidecarRowView): string {
  const name = row.fileName ?? row.number ?? row.title ?? '';
  const words: Partial<Record<SidecarRowView['standing'], string>> = {
    ambiguous: say(`“${name}”对应多件：`, `“${name}” fits several: `) + candidates.map(({ title }) => title).join('；'),
    unmatched: say(`没有找到“${name}”`, `“${name}” was not found`),
    unnamed: say('这一行没有写明是哪一件', 'this row does not say which document it means'),
    repeated: say(`“${name}”在前面的行里已经写过`, `“${name}” stands in a row above already`),
  };
  const doubts = problems.map(({ column, words: cell }) =>
    say(`${column}“${cell}”无法理解`, `${column}: “${cell}” makes no sense`),
  );
  return [words[standing] ?? [], ...doubts].flat().join('; ');
}

async function undo(access: LibraryAccess, id: string, { json }: SidecarOptions): Promise<number> {
  const batch = await access.undoSidecar(id);
  if (json) printJson(batch);
  else print(say(`已撤销“${batch.name}”的写入。`, `What “${batch.name}” had set is taken back.`));
  return EXIT.done;
}
