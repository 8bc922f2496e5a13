/** Decides whether an address may be handed to the system's browser. Pure; window.ts asks the user and opens it. */

const ALLOWED_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);
const LONGEST = 2048;

/**
 * The address in full, as it is shown and opened: `https://www.gov.cn/zhengce` gives `https://www.gov.cn/zhengce`, a
 * Chinese host its xn-- form, so that nothing looks like what it is not. Null for `file:`, `javascript:`, a program's own
 * scheme, a name or password before the host, control characters, or what is no address.
 */
export function readExternalLink(address: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (address.length > LONGEST || /[\u0000-\u0020\u007f]/.test(address.trim())) return null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!ALLOWED_SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
