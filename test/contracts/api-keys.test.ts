import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type pg from 'pg';
import { requestActorOf } from '../../src/api/request-actor.js';
import { createApiKeys } from '../../src/app/login/api-keys.js';
import { carryOutKeyCommand } from '../../src/app/login/key-command.js';
import { admitKeys, refuseForeignPages, requireSession } from '../../src/app/login/session-middleware.js';
import { createSessions } from '../../src/app/login/sessions.js';
import type { TenantId } from '../../src/runtime/ports.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresActorRegister } from '../../src/store/people/postgres-actor-register.js';
import { PostgresApiKeyBook } from '../../src/store/people/postgres-api-key-book.js';
import { PostgresSessionBook } from '../../src/store/people/postgres-session-book.js';
import { createPool } from '../../src/store/pool.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { orkland, trondheim } from '../support/store-world.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ada = { id: idOf<'Actor'>('ada'), name: 'Ada Strand', groups: ['admin'] };
const siv = { id: idOf<'Actor'>('siv'), name: 'Siv Dahl', groups: ['soker'] };
const wanted = { actor: ada.id, name: 'drift', createdBy: 'root', lifetimeSeconds: 90 * 86_400 };

let database: TestDatabase;
let pool: pg.Pool;
let book: PostgresApiKeyBook;
let server: Server;
let address: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { pipeline: true });
  book = new PostgresApiKeyBook(pool, pool);
  const people = new PostgresActorRegister(pool);
  for (const tenant of [trondheim, orkland]) await people.enter(tenant, ada);
  server = createServer(apiOf(trondheim));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`;
}, 180_000);
afterAll(async () => {
  server.close();
  await pool.end();
  await database.drop();
});

const sessions = () =>
  createSessions({
    tenant: trondheim,
    secure: false,
    book: new PostgresSessionBook(pool, pool),
    actors: new PostgresActorRegister(pool),
  });

/** Answers who asks, behind everything that stands before the API. */
function apiOf(tenant: TenantId) {
  const steps = [
    admitKeys(createApiKeys(tenant, book)),
    refuseForeignPages('https://boligflyt.kommune.no'),
    requireSession(sessions(), []),
  ];
  return (request: IncomingMessage, response: ServerResponse): void => {
    const go = (at: number): void => {
      const step = steps[at];
      if (step === undefined) response.end(JSON.stringify(requestActorOf(request)));
      else void step(request, response, () => go(at + 1));
    };
    go(0);
  };
}

const keyOf = async (tenant: TenantId, more: object = {}) => {
  const made = await createApiKeys(tenant, book).make({ ...wanted, ...more });
  if (made === undefined) throw new Error('Expected a key to be made');
  return made;
};

const ask = (headers: Record<string, string>, method = 'GET'): Promise<Response> => fetch(address, { method, headers });

describe('a request with a key', () => {
  it('is the person’s, with the groups of the person’s last login and of one municipality', async () => {
    const { secret } = await keyOf(trondheim);

    const answer = await ask({ authorization: `Bearer ${secret}` });

    expect(await answer.json()).toEqual({
      tenant: 'trondheim',
      actor: { id: 'ada', groups: ['admin'] },
      name: 'Ada Strand',
    });
  });

  it('is refused alike with 401 when the key is made up, changed, expired, revoked or another municipality’s', async () => {
    const { key, secret } = await keyOf(trondheim);
    const expired = await keyOf(trondheim, { lifetimeSeconds: 0 });
    const revoked = await keyOf(trondheim);
    await book.revoke(trondheim, revoked.key.id);
    const foreign = await keyOf(orkland);
    const changed = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');
    const bearers = ['hemmelig', `bf_${key.id}_${'A'.repeat(43)}`, changed, `${secret}A`, secret.toUpperCase()];

    for (const bearer of [...bearers, expired.secret, revoked.secret, foreign.secret]) {
      const answer = await ask({ authorization: `Bearer ${bearer}` });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
      const problem = await answer.json();
      expect(problem).toMatchObject({ status: 401, code: 'api-key-invalid' });
      expect(JSON.stringify(problem)).not.toContain(bearer);
    }
  });

  it('is refused with a wrong key though its cookie would do, and uses no cookie beside a right one', async () => {
    const cookie = (await sessions().open({ person: siv, identityToken: undefined })).replace(/;.*/, '');
    const { secret } = await keyOf(trondheim);

    const wrong = await ask({ cookie, authorization: `Bearer ${secret}x` });
    const right = await ask({ cookie, authorization: `Bearer ${secret}` });
    const none = await ask({ cookie, authorization: 'Basic c2l2OnNpdg==' });

    expect(wrong.status).toBe(401);
    expect(await right.json()).toMatchObject({ actor: { id: 'ada' } });
    expect(await none.json()).toMatchObject({ actor: { id: 'siv' } });
  });

  it('may change something whatever page it comes from, where a cookie may not', async () => {
    const cookie = (await sessions().open({ person: siv, identityToken: undefined })).replace(/;.*/, '');
    const { secret } = await keyOf(trondheim);
    const foreign = { origin: 'https://ond.test' };

    const byKey = await ask({ ...foreign, authorization: `Bearer ${secret}` }, 'POST');
    const byCookie = await ask({ ...foreign, cookie }, 'POST');
    const byEmptyKey = await ask({ ...foreign, cookie, authorization: 'Bearer ' }, 'POST');

    expect([byKey.status, byCookie.status, byEmptyKey.status]).toEqual([200, 403, 403]);
  });

  it('leaves the hour of its use with the key, and nothing when it is refused', async () => {
    const used = await keyOf(trondheim);
    const unused = await keyOf(trondheim);
    for (const bearer of [used.secret, used.secret, `${unused.secret.slice(0, -43)}${'A'.repeat(43)}`]) {
      await ask({ authorization: `Bearer ${bearer}` });
    }

    const keys = await book.list(trondheim);

    const lastUseOf = (id: string) => keys.find((key) => key.id === id)?.lastUsedAt;
    expect(lastUseOf(used.key.id)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/);
    expect(lastUseOf(unused.key.id)).toBeUndefined();
  });
});

describe('the book of keys', () => {
  it('keeps no secret and tells no hash', async () => {
    const { key, secret } = await keyOf(trondheim);
    const rows = await queryInTenant(pool, trondheim, { text: 'select * from api_key', values: [] });

    expect(JSON.stringify(rows)).toContain(key.id);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(-43));
    expect(JSON.stringify(await book.list(trondheim))).not.toMatch(/hash/i);
  });

  it('keeps none for more than a year, for nobody unknown, and for no other municipality to see', async () => {
    const year = { ...wanted, id: 'a'.repeat(12), secretHash: 'x', lifetimeSeconds: 365 * 86_400 };
    const longer = { ...year, id: 'b'.repeat(12), lifetimeSeconds: 365 * 86_400 + 1 };

    await expect(book.create(trondheim, longer)).rejects.toThrow('api_key_lasts_a_year_at_most');
    expect(await book.create(trondheim, year)).toMatchObject({ state: 'valid', createdBy: 'root' });
    expect(await book.create(trondheim, { ...year, id: 'c', actor: idOf('ingen') })).toBeUndefined();
    expect(await book.revoke(orkland, year.id)).toBe(false);
    expect((await book.list(orkland)).map(({ id }) => id)).not.toContain(year.id);
  });

  it('lets a key be taken back, but never be given a longer life or another holder', async () => {
    for (const change of ['expires_at = created_at', `actor_id = 'siv'`, `secret_hash = ''`]) {
      const text = `update api_key set ${change}`;
      await expect(queryInTenant(pool, trondheim, { text, values: [] })).rejects.toThrow('permission denied');
    }
  });
});

describe('the commands of the server', () => {
  it('say the key once, when it is made; the list has all but the secret', async () => {
    const room = { tenant: trondheim, book, keys: createApiKeys(trondheim, book), operator: 'root' };
    const made = await carryOutKeyCommand({ kind: 'create', actor: 'ada', name: 'nattjobb', days: 90 }, room);
    const secret = made.output.trim();
    const id = secret.split('_')[1] ?? '';
    const list = await carryOutKeyCommand({ kind: 'list' }, room);
    const revoked = await carryOutKeyCommand({ kind: 'revoke', id }, room);
    const after = await carryOutKeyCommand({ kind: 'list' }, room);

    expect(secret).toMatch(/^bf_[a-z0-9]{12}_[\w-]{43}$/);
    expect(list.output).toMatch(new RegExp(`^${id} +ada +nattjobb +gjelder .+ root .+ aldri$`, 'm'));
    expect(after.output).toMatch(new RegExp(`^${id} +ada +nattjobb +trukket tilbake`, 'm'));
    expect(made.remark + list.output + revoked.remark + after.output).not.toContain(secret.slice(-43));
    await expect(carryOutKeyCommand({ kind: 'revoke', id: 'finnes-ikke' }, room)).rejects.toThrow('Fant ingen nøkkel');
  });
});
