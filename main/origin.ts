/** The one origin that the window shows, and the question whether an address belongs to it. */

export const SCHEME = 'gongbao';
const HOST = 'app';
export const START_PAGE = `${SCHEME}://${HOST}/`;

/** An address of ours that is a page, not an answer of the service: the window has no way back from one. */
export function isOwnPage(address: string): boolean {
  return isOwnAddress(address) && !new URL(address).pathname.startsWith('/api/');
}

/** `gongbao://app/documents/3` is ours; `gongbao://other/`, `https://…` and what is no address are not. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password, port } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '' && port === '';
}
