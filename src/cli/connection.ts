import { readFile } from 'node:fs/promises';
import { UsageError } from './failure.js';
import type { Given, Options } from './given.js';

/** Where the server is and by which key it is spoken to. */
export interface Connection {
  /** With the path of the API and a slash at the end. */
  readonly base: string;
  readonly key: string;
  /** How long a server that does not answer, or is not ready, is asked again. */
  readonly patienceMs: number;
}

/** What every command that speaks to the server may be told. */
export const connectionOptions: Options = {
  url: 'text',
  'key-file': 'text',
  'retry-for': 'text',
  'plain-http': 'flag',
};

const KEY = /^bf_[a-z0-9]{1,50}_[\w-]{1,100}$/;
const MOST_SECONDS = 60;

/** The connection of the options, or else of the environment. The key is never among the options: others see those. */
export async function connectionOf(
  given: Given,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Connection> {
  const url = given.text('url') ?? environment['BOLIGFLYT_URL'] ?? 'http://localhost:3000';
  const seconds = given.number('retry-for') ?? MOST_SECONDS;
  if (seconds > MOST_SECONDS) throw new UsageError(`Expected --retry-for to be at most ${MOST_SECONDS} seconds.`);
  return {
    base: baseOf(url, given.flag('plain-http')),
    key: await keyOf(given.text('key-file'), environment['BOLIGFLYT_KEY']),
    patienceMs: seconds * 1000,
  };
}

function baseOf(text: string, isPlainAllowed: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError('Expected --url or BOLIGFLYT_URL to be an address like https://boligflyt.kommune.no.');
  }
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !isHere && !isPlainAllowed) {
    throw new UsageError(
      'Expected an https address: over http others on the way read the key (--plain-http allows it).',
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/api/v1/`;
}

async function keyOf(file: string | undefined, fromEnvironment: string | undefined): Promise<string> {
  const text = file === undefined ? fromEnvironment : await readKeyFile(file);
  if (text === undefined || text.trim() === '') throw new UsageError('Expected a key in --key-file or BOLIGFLYT_KEY.');
  if (!KEY.test(text.trim())) throw new UsageError('Expected the key to look like bf_<id>_<secret>.');
  return text.trim();
}

async function readKeyFile(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`Expected to read the key from '${file}', but it cannot be read.`);
  });
}
