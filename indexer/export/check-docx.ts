/**
 * A checked draft as DOCX: first a table of what was found, then the draft, each doubtful citation highlighted with a comment
 * at the spot. The words of the draft stay as they were read.
 */
import {
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  type IBorderOptions,
  type ICommentOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { SEVERITY_WORDS } from '../check/words.ts';
import type { CheckFinding, CheckResponse, CheckSeverity } from '../contract.ts';
import type { Language } from '../errors.ts';
import { A4, COLOURS, pageFooter, STYLES, xmlText } from './docx-styles.ts';
import { EXPORT_WORDS } from './words.ts';

const MARGIN = 1300;
const WIDTHS = [620, 960, 2900, A4.width - 2 * MARGIN - 620 - 960 - 2900] as const;
const BORDER: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
const CELL = {
  borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER },
  margins: { top: 50, bottom: 50, left: 100, right: 100 },
};
const FILLS: Readonly<Record<CheckSeverity, string>> = {
  error: 'FBE9E7',
  check: 'FBF0DC',
  unknown: 'F1F2F4',
  ok: 'FFFFFF',
};
const AUTHOR = 'Gongbao';

export async function checkDocx(check: CheckResponse, language: Language): Promise<Uint8Array> {
  const words = EXPORT_WORDS[language];
  // Numbers in the table and of the comments are the same.
  const doubtful = check.findings.filter(({ severity }) => severity !== 'ok');
  const document = new Document({
    title: xmlText(`${words.check}：${check.title}`),
    creator: AUTHOR,
    styles: STYLES,
    comments: { children: doubtful.map((finding, id) => comment(finding, { id, language })) },
    sections: [
      {
        properties: { page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: { default: pageFooter(words) },
        children: [
          new Paragraph({ children: [new TextRun({ text: words.check, bold: true, size: 32 })] }),
          plain(countsLine(check, language)),
          plain(`${words.validOn(check.on)} ${words.printed(check.on)}`, true),
          ...(doubtful.length === 0 ? [plain(words.nothingFound)] : [summary(doubtful, language)]),
          new Paragraph({
            spacing: { before: 400, after: 200 },
            children: [new TextRun({ text: words.draft, bold: true, size: 26 })],
          }),
          ...check.paragraphs.map((text, index) => draftParagraph(text, index, doubtful)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function plain(text: string, quiet = false): Paragraph {
  const look = quiet ? { color: COLOURS.quiet, size: 18 } : {};
  return new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: xmlText(text), ...look })] });
}

/** 错误 2 · 需核对 1 · 正常 8 */
export function countsLine({ counts }: CheckResponse, language: Language): string {
  const order = ['error', 'check', 'unknown', 'ok'] as const;
  return order.map((severity) => `${SEVERITY_WORDS[language][severity]} ${counts[severity]}`).join(' · ');
}

function summary(findings: readonly CheckFinding[], language: Language): Table {
  const words = EXPORT_WORDS[language];
  const head = [words.index, words.verdict, words.cited, words.explanation].map((text, at) =>
    cell([plain(text)], WIDTHS[at] ?? 0, COLOURS.head),
  );
  const rows = findings.map(
    (finding, at) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell([plain(String(at + 1))], WIDTHS[0]),
          cell([plain(SEVERITY_WORDS[language][finding.severity])], WIDTHS[1], FILLS[finding.severity]),
          cell([plain(finding.words)], WIDTHS[2]),
          cell(
            explanation(finding, language).map((line) => plain(line)),
            WIDTHS[3],
          ),
        ],
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: A4.width - 2 * MARGIN, type: WidthType.DXA },
    columnWidths: [...WIDTHS],
    rows: [new TableRow({ tableHeader: true, children: head }), ...rows],
  });
}

function cell(children: Paragraph[], width: number, fill?: string): TableCell {
  const shading = fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } };
  return new TableCell({ ...CELL, ...shading, width: { size: width, type: WidthType.DXA }, children });
}

/** Each remark, what to write instead, and the words that prove it. */
function explanation({ remarks }: CheckFinding, language: Language): string[] {
  const words = EXPORT_WORDS[language];
  return remarks.flatMap(({ message, suggestion, quote, document }) => [
    message,
    ...(suggestion === null ? [] : [words.suggestion(suggestion)]),
    ...(quote === null ? [] : [words.proof(document === null ? '' : `《${document.title}》`, quote)]),
  ]);
}

function comment(finding: CheckFinding, { id, language }: { id: number; language: Language }): ICommentOptions {
  const lines = [SEVERITY_WORDS[language][finding.severity], ...explanation(finding, language)];
  return {
    id,
    author: AUTHOR,
    initials: 'G',
    date: new Date(),
    children: lines.map((line) => new Paragraph({ children: [new TextRun(xmlText(line))] })),
  };
}

function draftParagraph(text: string, index: number, doubtful: readonly CheckFinding[]): Paragraph {
  const children: ParagraphChild[] = [];
  let at = 0;
  doubtful.forEach((finding, id) => {
    if (finding.paragraph !== index || finding.start < at) return;
    if (finding.start > at) children.push(new TextRun(xmlText(text.slice(at, finding.start))));
    const marked = new TextRun({
      text: xmlText(text.slice(finding.start, finding.end)),
      shading: { type: ShadingType.CLEAR, fill: FILLS[finding.severity], color: 'auto' },
      ...(finding.severity === 'error' ? { color: COLOURS.gone } : {}),
    });
    children.push(new CommentRangeStart(id), marked, new CommentRangeEnd(id));
    children.push(new TextRun({ children: [new CommentReference(id)] }));
    at = finding.end;
  });
  if (at < text.length) children.push(new TextRun(xmlText(text.slice(at))));
  return new Paragraph({ indent: { firstLine: 420 }, children });
}
