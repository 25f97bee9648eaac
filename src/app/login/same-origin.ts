import type { IncomingMessage } from 'node:http';

const SAFE_METHODS: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * False for a request that would change something and that a browser sends on behalf of another site. Programs that are no
 * browser send neither header; they carry no cookie that they were not given.
 */
export function isFromOwnPages({ method, headers }: IncomingMessage, publicUrl: string): boolean {
  if (SAFE_METHODS.includes(method)) return true;

  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';

  const { origin, host } = headers;
  return origin === undefined || origin === new URL(publicUrl).origin || origin === `http://${host}`;
}
