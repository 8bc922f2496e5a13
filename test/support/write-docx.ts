/** DOCX files made of parts written by hand, so that tests can say exactly what Word keeps in them. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const SPACES = `${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"`;

export interface DocxParts {
  /** What stands in w:body, in w:styles and so on. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

export function writeDocx({ body, styles, numbering, footnotes, more = {} }: DocxParts): Uint8Array {
  const part = (name: string, content: string | undefined): Record<string, Uint8Array> =>
    content === undefined
      ? {}
      : { [`word/${name}.xml`]: strToU8(`<?xml version="1.0"?><w:${name} ${SPACES}>${content}</w:${name}>`) };
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
    ),
    ...part('styles', styles),
    ...part('numbering', numbering),
    ...part('footnotes', footnotes),
    ...more,
  });
}

/** A paragraph of one run; `properties` go into w:pPr. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
