/** Archives that programs of our users make and that harmful ones make. */

import { zipSync } from 'fflate';
import { pack } from 'tar-stream';

/** A zip whose names are these very bytes, without a word on their encoding, as Chinese Windows writes them. */
export function zipNamed(members: readonly { readonly name: Uint8Array; readonly content: string }[]): Uint8Array {
  const held = members.map(({ name }, index) => `${String.fromCharCode(65 + index)}`.repeat(name.length));
  const zip = Buffer.from(zipSync(Object.fromEntries(held.map((name, at) => [name, bytesOf(members[at]?.content)]))));
  for (const [index, { name }] of members.entries()) {
    const stand = Buffer.from(held[index] ?? '');
    for (let at = zip.indexOf(stand); at >= 0; at = zip.indexOf(stand, at + 1)) zip.set(name, at);
  }
  return zip;
}

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');

/** Marked as encrypted in both of its headers; nothing tells before the password is asked for. */
export function zipLocked(members: Readonly<Record<string, string>>): Uint8Array {
  const zip = Buffer.from(zipOf(members));
  for (const [head, flags] of [
    [LOCAL, 6],
    [CENTRAL, 8],
  ] as const)
    for (let at = zip.indexOf(head); at >= 0; at = zip.indexOf(head, at + 1)) zip[at + flags] = 1;
  return zip;
}

export function zipOf(members: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(members).map(([name, content]) => [name, bytesOf(content)])));
}

export async function tarOf(members: Readonly<Record<string, string>>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(members)) tar.entry({ name }, content);
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const bytesOf = (content: string | Uint8Array = ''): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;
