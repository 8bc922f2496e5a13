/** The parts of a MIME message, as browsers save a page with its pictures in one file (RFC 2557, RFC 2045). Never throws. */

export interface MimePart {
  /** `text/html`, in small letters; `text/plain` where the part does not say. */
  readonly mediaType: string;
  /** As its header names it. */
  readonly charset: string | null;
  readonly id: string | null;
  readonly bytes: () => Buffer;
}

/** Parts in parts: a page in the alternatives of a mail. */
const DEEPEST = 5;
const MOST_PARTS = 5000;

/** All parts that are no containers, in order, the one first that the message names as its page. Text as bytes in Latin-1. */
export function readParts(message: string): MimePart[] {
  const parts: MimePart[] = [];
  const start = collect(message, parts, 0);
  const named = parts.findIndex(({ id }) => start !== null && id === start);
  const [first] = named > 0 ? parts.splice(named, 1) : [];
  return first === undefined ? parts : [first, ...parts];
}

/** Gives the id that the outermost container names as its start. */
function collect(message: string, parts: MimePart[], depth: number): string | null {
  const { headers, body } = splitHead(message);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameterOf(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== null) {
    if (depth < DEEPEST) for (const inner of piecesOf(body, boundary)) collect(inner, parts, depth + 1);
    return idOf(parameterOf(type, 'start'));
  }
  if (parts.length >= MOST_PARTS) return null;
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  parts.push({
    mediaType: (/^[^;\s]+/.exec(type)?.[0] ?? '').toLowerCase(),
    charset: parameterOf(type, 'charset'),
    id: idOf(headers.get('content-id') ?? null),
    bytes: () => decodeBody(body, encoding),
  });
  return null;
}

/** Header lines may go on in the next, when that begins with a blank. */
function splitHead(message: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const end = /\r?\n\r?\n/.exec(message);
  const head = end === null ? message : message.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : message.slice(end.index + end[0].length) };
}

/** `multipart/related; boundary="----=_Part"` → `----=_Part`. */
function parameterOf(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

const idOf = (id: string | null): string | null => id?.trim().replace(/^<|>$/g, '') ?? null;

/** What stands between two lines of the boundary; the last is closed by one with `--`, or by the end of a file cut short. */
function piecesOf(body: string, boundary: string): string[] {
  const mark = `--${boundary}`;
  const pieces: string[] = [];
  let begin = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    if (begin >= 0) pieces.push(body.slice(begin, at).replace(/\r?\n$/, ''));
    const line = body.indexOf('\n', at);
    begin = line < 0 || body.startsWith('--', at + mark.length) ? -1 : line + 1;
    if (begin < 0) return pieces;
  }
  if (begin >= 0) pieces.push(body.slice(begin));
  return pieces;
}

function decodeBody(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
