/** Which signatures and seals an OFD carries (GB/T 33190-2016 §18). Whether they are valid is not said: nothing here checks them. */
import { type Package, resolvePart } from '../package.ts';
import { elementAt, elementsOf, textIn, type XmlElement } from '../xml.ts';

/** More than anybody signs with. */
const MOST = 100;
/** 20210412093000Z, 2021-04-12 09:30:00 */
const DAY = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})/;

/** A sentence for the librarian; null of a file that nobody signed. A list that cannot be read counts as none. */
export async function describeSignatures(parts: Package, bodies: readonly XmlElement[]): Promise<string | null> {
  const days: string[] = [];
  let [seals, signatures] = [0, 0];
  for (const body of bodies) {
    const list = resolvePart('OFD.xml', textIn(elementAt(body, 'Signatures')).trim());
    for (const { attributes } of elementsOf(await partAt(parts, list), 'Signature').slice(0, MOST)) {
      if (attributes.Type === 'Sign') signatures += 1;
      else seals += 1;
      const signed = await partAt(parts, resolvePart(list, attributes.BaseLoc ?? ''));
      const day = DAY.exec(textIn(elementAt(signed, 'SignedInfo', 'SignatureDateTime')));
      if (day !== null) days.push(day.slice(1).join('-'));
    }
  }
  const counts = [seals > 0 ? `${seals} 个电子签章` : '', signatures > 0 ? `${signatures} 个数字签名` : ''];
  const carried = counts.filter((count) => count !== '').join('、');
  if (carried === '') return null;
  const when = [...new Set(days)].sort().join('、');
  return `文件带有${carried}${when === '' ? '' : `（签署时间：${when}）`}，其真伪未作验证`;
}

async function partAt(parts: Package, path: string): Promise<XmlElement | undefined> {
  return parts.has(path) ? parts.xml(path).catch(() => undefined) : undefined;
}
