/** By which heads a table gives a field: Chinese, English, and the names that export programs use. */
import type { SidecarColumn } from './sidecar.ts';

type Field = NonNullable<SidecarColumn['field']>;

const HEADS: Readonly<Record<Field, readonly string[]>> = {
  fileName: [
    ...['文件名', '文件名称', '文件', '附件名', '电子文件名', '原文件名', '文件路径', '路径', '全文', '电子文件'],
    ...['file', 'filename', 'file name', 'path', 'source'],
  ],
  title: ['标题', '题名', '公文标题', '文件标题', '名称', '正题名', '文件题名', 'title', 'name'],
  number: [
    ...['文号', '发文字号', '发文号', '公文文号', '字号', '文件编号', '文件号', '发文文号'],
    ...['number', 'document number', 'doc number', 'docno', 'pcode'],
  ],
  issuers: [
    ...['发文机关', '发文单位', '发布机构', '发布机关', '制定机关', '制发机关', '发布单位', '责任者', '印发机关'],
    ...['issuer', 'issuers', 'issuing body', 'publisher', 'puborg', 'office', 'zdjgname'],
  ],
  type: ['文种', '公文种类', '文件类型', '文件种类', '体裁', 'type', 'document type', 'kind'],
  addressee: ['主送机关', '主送', '主送单位', 'addressee', 'recipient'],
  writtenOn: [
    ...['成文日期', '发文日期', '成文时间', '发文时间', '签发日期', '文件日期', '日期', '形成日期', '公布日期'],
    ...['date', 'written on', 'writtenon', 'date written', 'issued', 'gbrq'],
  ],
  printedOn: ['印发日期', '印发时间', 'printed on', 'printedon', 'date printed'],
  effectiveOn: [
    ...['施行日期', '实施日期', '生效日期', '实施时间', '施行时间', '生效时间'],
    ...['effective on', 'effectiveon', 'effective date', 'effective', 'sxrq'],
  ],
  expiresOn: [
    ...['有效期至', '失效日期', '废止日期', '有效期截止', '到期日期', '截止日期'],
    ...['expires on', 'expireson', 'expiry', 'expiry date', 'expires'],
  ],
  registration: [
    ...['登记号', '统一登记号', '统一编号', '规范性文件登记号', '备案号', '登记编号'],
    ...['registration', 'registration number'],
  ],
  topics: ['主题', '主题分类', '分类', '主题类别', '类别', 'topic', 'topics', 'subject', 'subjects', 'category'],
  validity: ['时效性', '有效性', '效力', '效力状态', '时效', '是否有效', 'validity', 'status'],
};

/** 发文字号（文号）, “发文 字号：” and 发文字号 are one head. */
const keyOf = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*\)$/, '')
    .replace(/[\s_\-:*"'“”]+/g, '');

const FIELDS = new Map<string, Field>(
  (Object.entries(HEADS) as [Field, readonly string[]][]).flatMap(([field, heads]) =>
    heads.map((head) => [keyOf(head), field] as const),
  ),
);

/** A field that two columns give counts once, for the first of them. */
export function readHeads(cells: readonly string[]): SidecarColumn[] {
  const taken = new Set<Field>();
  return cells.map((cell) => {
    const field = FIELDS.get(keyOf(cell)) ?? null;
    if (field === null || taken.has(field)) return { name: cell.trim(), field: null };
    taken.add(field);
    return { name: cell.trim(), field };
  });
}

/** Some column says which document a row speaks of. */
export const tellsDocument = (columns: readonly SidecarColumn[]): boolean =>
  columns.some(({ field }) => field === 'fileName' || field === 'number' || field === 'title');

export const countKnown = (columns: readonly SidecarColumn[]): number =>
  columns.filter(({ field }) => field !== null).length;
