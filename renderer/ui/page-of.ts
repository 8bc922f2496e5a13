/** Which page of a list an address names: “page=3” gives 3, nonsense and nothing the first. Pure. */
export function pageOf(address: URLSearchParams): number {
  return Math.max(1, Math.trunc(Number(address.get('page'))) || 1);
}
