import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * What is kept of the address that somebody unknown sends from: 16 bits of a digest, enough to tell neighbours apart and far too little to
 * find an address again, since 65,536 IPv4 addresses share each. A household has a whole /64 of IPv6: it counts as one.
 */
export function sourceOfAddress(address: string): number {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return createHash('sha256')
    .update(isIPv6(plain) ? firstHalf(plain) : plain)
    .digest()
    .readUInt16BE(0);
}

function firstHalf(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::');
  const [left, right] = [before, after ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = after === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0);
  const groups = [...(left ?? []), ...Array<string>(Math.max(0, missing)).fill('0'), ...(right ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
}
