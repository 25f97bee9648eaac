import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

/** One cookie to be set; without a value it is deleted. */
export interface CookieToSet {
  readonly name: string;
  readonly value?: string;
  readonly path: string;
  readonly secure: boolean;
  readonly lifetimeSeconds: number;
}

/** The value of a `Set-Cookie` header: never readable by scripts, sent along only when our own pages lead here. */
export const setCookie = ({ name, value, path, secure, lifetimeSeconds }: CookieToSet): string =>
  stringifySetCookie({
    name,
    value: value ?? '',
    httpOnly: true,
    sameSite: 'lax',
    path,
    secure,
    maxAge: value === undefined ? 0 : lifetimeSeconds,
  });

/** The value of a cookie that came with the request. */
export const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[name];

/** Text that only the holder of `secret` can have written. */
export const sign = (text: string, secret: string): string =>
  `${Buffer.from(text).toString('base64url')}.${signatureOf(text, secret)}`;

/** The text that was signed, or undefined when anything of it has been changed. */
export function unsign(signed: string, secret: string): string | undefined {
  const [encoded = '', signature = ''] = signed.split('.');
  const text = Buffer.from(encoded, 'base64url').toString();
  const expected = Buffer.from(signatureOf(text, secret));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined;
}

const signatureOf = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');
