/** A comparison as a DOCX table on A4 across: changes at the left, then both texts side by side, the heads repeated on each page. */
import {
  BorderStyle,
  Document,
  type IBorderOptions,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { ComparedText, ComparisonResponse } from '../contract.ts';
import {
  type ExportOptions,
  factsLine,
  isChange,
  type Run,
  type SheetCell,
  type SheetRow,
  sheetRows,
  summaryLine,
} from './comparison-sheet.ts';
import { A4, COLOURS, pageFooter, STYLES, xmlText } from './docx-styles.ts';

const MARGIN = 850;
const STATE_WIDTH = 1250;
const TEXT_WIDTH = Math.floor((A4.height - 2 * MARGIN - STATE_WIDTH) / 2);
const BORDER: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const PADDING = { top: 60, bottom: 60, left: 110, right: 110 };

export async function comparisonDocx(comparison: ComparisonResponse, options: ExportOptions): Promise<Uint8Array> {
  const { words, day } = options;
  const rows = sheetRows(comparison, options);
  const document = new Document({
    title: xmlText(`${words.comparison}：${comparison.left.title} / ${comparison.right.title}`),
    creator: 'Gongbao',
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: pageFooter(words) },
        children: [
          new Paragraph({ children: [new TextRun({ text: words.comparison, bold: true, size: 32 })] }),
          plain(`${words.summary}：${summaryLine(comparison, words)}`),
          plain(
            [words.legend, options.onlyChanges ? words.onlyChanges : '', words.printed(day)].filter(Boolean).join(' '),
            true,
          ),
          ...(comparison.rows.some(isChange) ? [] : [plain(words.noChanges)]),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: STATE_WIDTH + 2 * TEXT_WIDTH, type: WidthType.DXA },
            columnWidths: [STATE_WIDTH, TEXT_WIDTH, TEXT_WIDTH],
            rows: [headRow(comparison, options), ...rows.map(tableRow)],
          }),
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

function headRow({ left, right }: ComparisonResponse, { words }: ExportOptions): TableRow {
  const shading = { type: ShadingType.CLEAR, fill: COLOURS.head, color: 'auto' };
  const title = (text: ComparedText, side: string): TableCell =>
    new TableCell({
      borders: BORDERS,
      margins: PADDING,
      shading,
      children: [
        new Paragraph({ children: [new TextRun({ text: xmlText(text.title || side), bold: true })] }),
        plain([side, factsLine(text)].filter((part) => part !== '').join(' · '), true),
      ],
    });
  const state = new TableCell({ borders: BORDERS, margins: PADDING, shading, children: [plain(words.state)] });
  return new TableRow({ tableHeader: true, children: [state, title(left, words.earlier), title(right, words.later)] });
}

function tableRow({ row, state, left, right }: SheetRow): TableRow {
  const colour = row.change === 'gone' ? COLOURS.gone : row.change === 'new' ? COLOURS.new : COLOURS.quiet;
  const about = new TableCell({
    borders: BORDERS,
    margins: PADDING,
    verticalAlign: VerticalAlign.TOP,
    children: [new Paragraph({ children: [new TextRun({ text: state, size: 18, color: colour })] })],
  });
  return new TableRow({
    children: [about, textCell(left, row.left.length > 0), textCell(right, row.right.length > 0)],
  });
}

function textCell({ label, paragraphs }: SheetCell, present: boolean): TableCell {
  if (!present) {
    const shading = { type: ShadingType.CLEAR, fill: COLOURS.empty, color: 'auto' };
    return new TableCell({ borders: BORDERS, margins: PADDING, shading, children: [new Paragraph({})] });
  }
  const lead = label === '' ? [] : [new TextRun({ text: `${xmlText(label)}　`, bold: true })];
  const children = paragraphs.map(
    (paragraph, at) => new Paragraph({ children: [...(at === 0 ? lead : []), ...paragraph.map(textRun)] }),
  );
  return new TableCell({ borders: BORDERS, margins: PADDING, children });
}

function textRun({ text, mark }: Run): TextRun {
  if (mark === null) return new TextRun(xmlText(text));
  if (mark === 'gone') return new TextRun({ text: xmlText(text), strike: true, color: COLOURS.gone });
  return new TextRun({ text: xmlText(text), underline: { type: UnderlineType.SINGLE }, color: COLOURS.new });
}
