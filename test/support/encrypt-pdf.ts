/** Encrypts the objects of a PDF written by hand as PDF 1.3 did (RC4 of 40 bits, standard handler, revision 2). */
import { createHash } from 'node:crypto';

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const PERMISSIONS = -4;
const ID = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');

export interface Encryption {
  /** For the trailer: the handler and the file's id. */
  readonly trailer: string;
  /** An object whose stream, if it has one, is encrypted; `number` from 1. */
  encrypt(object: Buffer, number: number): Buffer;
}

export function encryption(password: string): Encryption {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([padded, owner, permissions, ID])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  return {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P ${PERMISSIONS} >> /ID [${hex(ID)} ${hex(ID)}]`,
    encrypt(object, number) {
      const start = object.indexOf('stream\n') + 7;
      const end = object.lastIndexOf('\nendstream');
      if (start < 7 || end < 0) return object;
      const own = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
      const stream = rc4(md5(Buffer.concat([key, own])).subarray(0, 10), object.subarray(start, end));
      return Buffer.concat([object.subarray(0, start), stream, object.subarray(end)]);
    },
  };
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();

/** Written out, because OpenSSL has given it up. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    Uint8Array.from(bytes, (byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
