/** Where the page shows an article, or a block of it: the part of the address behind the `#`. */
export function addressOf(path: string, block?: number): string {
  // half a surrogate pair cannot be part of an address
  const name = encodeURIComponent(path.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
  return `#/article/${name}${block === undefined ? '' : `/${block}`}`;
}
