/** What the client's page may do: nothing but talk to its own origin. The same in the window and in a browser. */

/** Stands in the built index.html where the nonce of each serving goes. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** `nonce` lets the interface kit add its own style elements; no script is ever inline. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
