/**
 * A spreadsheet (XLSX) written row by row: a hundred thousand rows are never held at once, and whoever writes them can let
 * others have their turn in between. The only file that names fflate.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { escapeHtml } from './escape.ts';

export type SheetRow = readonly (string | number)[];

export interface SheetStream {
  /** Takes rows, and gives what there is of the file meanwhile. */
  write(rows: readonly SheetRow[]): Uint8Array;
  /** The rest of the file. */
  end(): Uint8Array;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is bold, for the heads.
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};
/** Signs that XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is sought
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** A cell of Excel holds no more. */
const MOST_CHARACTERS = 32_000;

/** The first row stays in sight and is bold; `widths` are in characters. */
export function openSheetStream(heads: readonly string[], widths: readonly number[]): SheetStream {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((failure, chunk) => {
    if (failure !== null) throw failure;
    chunks.push(chunk);
  });
  const add = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    return part;
  };
  for (const [name, text] of Object.entries(PARTS)) add(name).push(strToU8(XML + text), true);
  const sheet = add('xl/worksheets/sheet1.xml');
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  sheet.push(
    strToU8(
      `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rowOf(heads, 1, ' s="1"')}`,
    ),
  );
  const take = (): Uint8Array => {
    const taken = Buffer.concat(chunks);
    chunks = [];
    return taken;
  };
  let last = 1;
  return {
    write(rows) {
      sheet.push(strToU8(rows.map((row, at) => rowOf(row, last + 1 + at, '')).join('')));
      last += rows.length;
      return take();
    },
    end() {
      sheet.push(strToU8('</sheetData></worksheet>'), true);
      zip.end();
      return take();
    },
  };
}

function rowOf(row: SheetRow, number: number, style: string): string {
  const cells = row.map((value, at) => cellOf(value, ` r="${columnName(at)}${number}"${style}`));
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** 0 gives A, 27 gives AB. */
const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function cellOf(value: string | number, attributes: string): string {
  if (typeof value === 'number') return `<c${attributes}><v>${value}</v></c>`;
  const text = escapeHtml(value.slice(0, MOST_CHARACTERS).replace(UNWRITABLE, ''));
  return `<c${attributes} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
