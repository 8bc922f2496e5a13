/** Fields that an editor has stated of a document beside its text, by the names that sites and programs head them with. */
import { readDate } from '../text/dates.ts';
import { findDocumentNumbers, readNumberLine } from '../text/document-number.ts';
import type { SourceMetadata } from './read-text.ts';

/** How each field is headed; the first that is there counts. */
const HEADINGS = {
  title: ['标题', '名称', '文件名称', '信息名称'],
  number: ['发文字号', '文号', '公文文号', '文件编号', '发文文号'],
  issuers: [
    '发文机关',
    '发文机构',
    '发文单位',
    '制发机关',
    '制定机关',
    '发布部门',
    '发布机构',
    '发布机关',
    '发布单位',
    '公开机构',
    '公开主体',
  ],
  writtenOn: ['成文日期', '成文时间', '发文日期', '签发日期', '生成日期', '制定日期'],
  publishedOn: ['发布日期', '公布日期', '公开日期', '发布时间'],
  effectiveOn: ['施行日期', '实施日期', '生效日期', '生效时间'],
  expiresOn: ['失效日期', '失效时间', '废止日期', '废止时间', '有效期至', '有效期截止日期'],
  registration: ['统一登记号', '登记号', '统一编号', '规范性文件登记号', '规范性文件统一登记号'],
  type: ['文种', '公文种类', '文件种类', '体裁分类'],
  subject: ['主题分类', '信息分类', '主题'],
  standing: ['有效性', '时效性', '效力状态', '文件状态', '是否有效'],
  indexNumber: ['索引号', '信息索引号'],
} as const;
export const FIELD_NAMES: readonly string[] = Object.values(HEADINGS).flat();

/** `fields` by their names, as printed: 发文字号 → 某政发〔2020〕5号. What cannot be read is left out. */
export function toMetadata(fields: ReadonlyMap<string, string>): SourceMetadata {
  const of = (field: keyof typeof HEADINGS): string | undefined =>
    HEADINGS[field].map((label) => fields.get(label)).find((value) => value !== undefined);
  const day = (field: keyof typeof HEADINGS): string | undefined => readDate(of(field) ?? '') ?? undefined;
  const issuers = of('issuers')?.split(/[\s、，,;；]+/);
  const found: { readonly [Field in keyof SourceMetadata]: SourceMetadata[Field] | undefined } = {
    stated: true,
    title: of('title'),
    number: numberIn(of('number')),
    issuers: issuers?.filter((name) => name !== ''),
    writtenOn: day('writtenOn'),
    publishedOn: day('publishedOn'),
    effectiveOn: day('effectiveOn'),
    expiresOn: day('expiresOn'),
    registration: of('registration'),
    type: of('type'),
    subject: of('subject'),
    standing: of('standing'),
    indexNumber: of('indexNumber'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** A number, or an order's, when it is all that the cell says; 国令第711号 is short for one of the State Council. */
function numberIn(value: string | undefined): string | undefined {
  const text = (value ?? '').replace(/\s/g, '').replace(/^国令(?=第\d+号$)/, '中华人民共和国国务院令');
  const read = readNumberLine(text);
  if (read !== null) return read;
  const [found] = findDocumentNumbers(text);
  return found !== undefined && found.span.end - found.span.start === text.length ? found.number : undefined;
}
