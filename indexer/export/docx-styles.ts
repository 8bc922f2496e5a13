/** What every DOCX of ours shares: fonts as official documents use them, sizes, colours, and the page number below. */
import { AlignmentType, Footer, type IStylesOptions, PageNumber, Paragraph, TextRun } from 'docx';
import { wellFormed } from '../text/well-formed.ts';
import type { ExportWords } from './words.ts';

/** Word takes the second for Chinese characters; both are on every office PC in China. */
export const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
export const COLOURS = {
  gone: 'A8261F',
  new: '1D6B3A',
  quiet: '5D6570',
  line: 'C9CCD1',
  head: 'F1F2F4',
  empty: 'F6F6F4',
};
/** Twips: 20 to a point. */
export const A4 = { width: 11906, height: 16838 };

export const STYLES: IStylesOptions = {
  default: { document: { run: { font: FONT, size: 21 }, paragraph: { spacing: { line: 320 } } } },
};

/** XML 1.0 has no place for these; one of them would make Word refuse the file. */
export function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
  return wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

export function pageFooter(words: ExportWords): Footer {
  const [before, between, behind] = words.page;
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, behind];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children, size: 18, color: COLOURS.quiet })],
      }),
    ],
  });
}
