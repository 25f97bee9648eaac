import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createClient } from './client.js';
import { problemText, RefusedError, UnreachedError } from './failure.js';

/** How the server answers, one after the other; `cut` breaks the connection. */
type Reply = { readonly status: number; readonly body: string; readonly location?: string } | 'cut';

let server: Server;
let replies: Reply[];
let asked: { method: string | undefined; headers: IncomingHttpHeaders; body: string }[];
let base: string;
beforeEach(async () => {
  [replies, asked] = [[], []];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ method: request.method, headers: request.headers, body });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (reply === undefined || reply === 'cut') return void response.destroy();
    response.writeHead(reply.status, reply.location === undefined ? {} : { location: reply.location }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  base = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/api/v1/`;
});
afterEach(() => void server.close());

/** A client whose time passes only while it waits. */
function client(patienceMs = 60_000) {
  const [pauses, told]: [number[], string[]] = [[], []];
  const patience = {
    now: () => pauses.reduce((sum, pause) => sum + pause, 0),
    wait: async (ms: number) => void pauses.push(ms),
    chance: () => 1,
    tell: (text: string) => void told.push(text),
  };
  return { pauses, told, ...createClient({ base, key: 'bf_a_b', patienceMs }, patience) };
}

const any = { parse: (body: unknown) => body };
const wish = { path: 'batches', change: { body: { n: 1 }, headers: { 'idempotency-key': 'k1' } } };
const notReady: Reply = { status: 503, body: '{}' };
const fine: Reply = { status: 200, body: '{"ok":true}' };

it('asks again with the same key and body when the server is not ready or the answer is lost', async () => {
  replies = [notReady, 'cut', { status: 502, body: '<html>' }, fine];
  const { ask, pauses, told } = client();

  expect(await ask(wish, any)).toEqual({ ok: true });
  expect(asked.map(({ headers, body }) => [headers['idempotency-key'], body])).toEqual(
    Array.from({ length: 4 }, () => ['k1', '{"n":1}']),
  );
  expect(pauses).toEqual([250, 500, 1000]);
  expect(told).toHaveLength(1);
});

it('gives up after at most a minute, and says what it heard', async () => {
  replies = [notReady];
  const { ask, pauses } = client();

  await expect(ask(wish, any)).rejects.toThrow(UnreachedError);
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(60_000);
  expect(Math.max(...pauses)).toBe(8000);
});

it('asks once where it has no patience', async () => {
  replies = ['cut'];

  await expect(client(0).ask(wish, any)).rejects.toThrow(UnreachedError);
  expect(asked).toHaveLength(1);
});

it.each([400, 401, 403, 404, 409, 412, 422, 500])('does not ask again after %i', async (status) => {
  replies = [{ status, body: JSON.stringify({ type: 'about:blank', title: 'Nei.', status, code: 'nei' }) }];

  const failure = await client()
    .ask(wish, any)
    .catch((problem: unknown) => problem);

  expect(failure).toBeInstanceOf(RefusedError);
  expect(asked).toHaveLength(1);
});

it('takes its key nowhere else when the server points elsewhere, and knows what is not Boligflyt', async () => {
  replies = [{ status: 302, body: '', location: `${base}andre` }];
  const moved = await client()
    .ask({ path: 'batches' }, any)
    .catch((problem: unknown) => problem);
  replies = [{ status: 200, body: '<html>' }];
  const parse = (body: unknown): never => {
    throw new Error(`Expected a batch, but ${String(body)}`);
  };
  const strange = await client()
    .ask({ path: 'batches' }, { parse })
    .catch((problem: unknown) => problem);

  expect([moved, strange]).toEqual([
    expect.objectContaining({ problem: expect.objectContaining({ status: 302, code: 'unexpected-answer' }) }),
    expect.objectContaining({ problem: expect.objectContaining({ status: 200, code: 'unexpected-answer' }) }),
  ]);
  expect(asked).toHaveLength(2);
});

it('tells a refusal with its code and each element, and lets nothing in it steer the terminal', () => {
  const errors = [
    { path: 'godkjenn', code: 'not-alive', message: 'Finnes ikke.' },
    { path: 'x', message: 'rød\u001b[31m' },
  ];
  const text = problemText({
    type: '',
    title: 'Lar seg ikke gjøre.',
    status: 422,
    code: 'operation-impossible',
    errors,
  });

  expect(text).toBe(
    'Lar seg ikke gjøre. (422 operation-impossible)\n  godkjenn: not-alive: Finnes ikke.\n  x: rød [31m\n',
  );
});
