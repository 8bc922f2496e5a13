/** Documents by what people call them: their id, their number, their title with or without 中华人民共和国. */

import { findDocumentNumbers } from '../text/document-number.ts';
import type { Catalogue, DocumentRecord } from './catalogue.ts';

type Named = Pick<Catalogue, 'document' | 'documentsByNumber' | 'documentsByTitle'>;

/** All that a name may mean, newest first: “国办发[2018]37号”, “行政复议法”, an id. Empty when nothing is called so. */
export function documentsNamed(catalogue: Named, name: string): readonly DocumentRecord[] {
  const wanted = name.trim().replace(/^《(.*)》$/, '$1');
  const document = catalogue.document(wanted);
  if (document !== null) return [document];
  const number = findDocumentNumbers(wanted)[0]?.number;
  const numbered = number === undefined ? [] : catalogue.documentsByNumber(number);
  return numbered.length > 0 ? numbered : catalogue.documentsByTitle(wanted);
}
