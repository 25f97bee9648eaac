import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { isFromOwnPages } from './same-origin.js';

const request = (method: string, headers: Record<string, string>): IncomingMessage =>
  Object.assign(new IncomingMessage(new Socket()), { method, headers });

it.each([
  ['GET', { 'sec-fetch-site': 'cross-site' }, true],
  ['POST', { 'sec-fetch-site': 'same-origin' }, true],
  ['POST', { 'sec-fetch-site': 'cross-site' }, false],
  ['POST', { 'sec-fetch-site': 'same-site' }, false],
  ['POST', { origin: 'https://boligflyt.kommune.no' }, true],
  ['POST', { origin: 'https://ond.test' }, false],
  ['POST', { origin: 'null' }, false],
  ['POST', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
  ['DELETE', {}, true],
])('%s with %j is from our own pages: %s', (method, headers, own) => {
  expect(isFromOwnPages(request(method, headers), 'https://boligflyt.kommune.no')).toBe(own);
});
