import { connectionOf, connectionOptions } from './connection.js';
import { parseGiven } from './given.js';

const key = `bf_0123456789ab_${'s'.repeat(43)}`;
const connect = (args: readonly string[], environment: Record<string, string> = { BOLIGFLYT_KEY: key }) =>
  connectionOf(parseGiven(args, connectionOptions), environment);

it('is the server of this machine for a minute at most when only the key is told', async () => {
  expect(await connect([])).toEqual({ base: 'http://localhost:3000/api/v1/', key, patienceMs: 60_000 });
});

it('takes the address of the option before that of the environment, with the path that leads there', async () => {
  const environment = { BOLIGFLYT_KEY: key, BOLIGFLYT_URL: 'https://en.kommune.no/bolig/' };

  expect((await connect([], environment)).base).toBe('https://en.kommune.no/bolig/api/v1/');
  expect((await connect(['--url', 'https://to.kommune.no'], environment)).base).toBe('https://to.kommune.no/api/v1/');
});

it('sends a key unencrypted to this machine alone, unless told to', async () => {
  const plain = ['--url', 'http://boligflyt.kommune.no'];

  await expect(connect(plain)).rejects.toThrow('Expected an https address');
  expect((await connect([...plain, '--plain-http'])).base).toBe('http://boligflyt.kommune.no/api/v1/');
  expect((await connect(['--url', 'http://[::1]:3000'])).base).toBe('http://[::1]:3000/api/v1/');
});

it.each([
  ['no key', [], {}],
  ['something that is no key', [], { BOLIGFLYT_KEY: 'passord' }],
  ['a key file that is not there', ['--key-file', 'finnes-ikke'], { BOLIGFLYT_KEY: key }],
  ['an address that is none', ['--url', 'kommune'], { BOLIGFLYT_KEY: key }],
  ['a patience of 61 seconds', ['--retry-for', '61'], { BOLIGFLYT_KEY: key }],
])('refuses %s, and repeats no key', async (_, args, environment) => {
  const failure = await connect(args, environment).catch((problem: unknown) => String(problem));

  expect(failure).toMatch(/^Error: Expected/);
  expect(failure).not.toMatch(/passord|sssss/);
});
