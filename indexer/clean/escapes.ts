/** What a page or a program wrote for characters: entities of HTML, escapes of JSON and Markdown, tags. The text says the characters. */

/** Only those that gazettes' pages use; others stay as they are, so that nothing is guessed. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  permil: '‰',
  deg: '°',
};
const ENTITY = /&(?:#(\d{2,7})|#[xX]([0-9a-fA-F]{2,6})|([a-z]{2,6}));/g;
/** \u3000 as JSON writes it. */
const CODE_UNIT = /\\u([0-9a-fA-F]{4})/g;
/** \n and \t that were never unescaped stand beside Chinese text; C:\new does not. */
const CONTROL =
  /(?<=[\p{Script=Han}〇，。；：！？、）》”\s]|^)(?:\\[nrt])+|(?:\\[nrt])+(?=[\p{Script=Han}（《“\s]|$)/gu;
/** 1\. and \*: Markdown escapes a sign that would mean something. */
const ESCAPED_SIGN = /\\([.*_#[\]()>~`+-])/g;
const TAG =
  /<\/?(?:p|span|div|b|strong|i|em|u|s|sup|sub|font|a|table|tbody|thead|tr|td|th|center|h[1-6]|li|ul|ol|img|section|o:p)(?:\s[^<>]{0,300})?\/?>/gi;
/** [链接](http://…) and ![图](…) */
const LINK = /!?\[([^[\]]{0,80})\]\((?:https?:\/\/|\/|\.|data:)[^()\s]{0,300}\)/g;

/** `&nbsp;第一条&#12288;为了` gives ` 第一条　为了`; a line without any of these signs comes back as it is. */
export function decodeEscapes(text: string): string {
  let clean = text;
  if (clean.includes('&')) clean = clean.replace(ENTITY, decodeEntity);
  if (clean.includes('\\'))
    clean = clean
      .replace(CODE_UNIT, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(CONTROL, ' ')
      .replace(ESCAPED_SIGN, '$1');
  if (clean.includes('<')) clean = clean.replace(TAG, '');
  if (clean.includes('](')) clean = clean.replace(LINK, '$1');
  return clean;
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}
