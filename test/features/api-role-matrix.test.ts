import { mayUse } from '../../src/cases/access/may.js';
import { roles } from '../../src/cases/access/role-matrix.js';
import { needOf } from '../../src/api/access/route-guard.js';
import { routeTable } from '../../src/api/access/route-table.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

// A group of each role; with its leaders, who are the ones told of cases that nobody looks at.
const groupsOf: Readonly<Record<(typeof roles)[number], readonly string[]>> = {
  soker: ['soker'],
  fullmektig: ['fullmektig'],
  brukerrepresentant: ['brukerrepresentant'],
  hvk: ['hvk', 'hvk-leder'],
  bst: ['bst', 'bst-leder'],
  botiltaksleder: ['botiltaksleder'],
  ambulant: ['ambulant-team'],
  nav: ['nav', 'nav-leder'],
  te: ['trondheim-eiendom'],
  vaktmester: ['vaktmester'],
  klagebehandler: ['klagenemnd'],
  prosjektleder: ['prosjektleder'],
  fagstab: ['kd', 'byplan', 'politisk-sekretariat'],
  politiker: ['politiker'],
  borettslag: ['borettslag'],
  publikum: ['publikum'],
  personvernombud: ['personvernombud'],
  admin: ['admin'],
  program: ['jobbarbeider'],
};
const routes = Object.keys(routeTable);

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

/** Asks for something that is not there, with nothing in the body; answers the status before any of the answer is read. */
async function statusFor(route: string, person: string): Promise<number> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(':version', '1').replaceAll(/:[a-z]+/gi, 'finnes-ikke');
  const stop = new AbortController();
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'n1', 'x-test-person': person };
  const body = method === 'GET' ? {} : { body: '{}' };
  const { status } = await fetch(`${world.address}/api/v1/${path}`, { method, headers, signal: stop.signal, ...body });
  stop.abort();
  return status;
}

const statusesOf = async (route: string) =>
  Promise.all(roles.map(async (role) => ({ role, status: await statusFor(route, `nn+${groupsOf[role].join('+')}`) })));

describe('every route answers every role as the role matrix says', () => {
  it.each(routes)('%s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const need = needOf(method, path);
    const expected = roles.map((role) => {
      const actor = { id: idOf<'Actor'>('nn'), groups: groupsOf[role] };
      const isOpen = typeof need === 'string' || (need !== undefined && mayUse(actor, ...need));
      return [role, isOpen ? 'let in' : 'refused'];
    });

    const statuses = await statusesOf(route);
    const answers = statuses.map(({ role, status }) => [role, status === 403 ? 'refused' : 'let in']);

    expect(answers).toEqual(expected);
    expect(statuses.filter(({ status }) => status === 401 || status >= 500)).toEqual([]);
    expect((await statusFor(route, 'nobody')) === 401).toBe(need !== 'public');
    // A row that lets in everybody, or nobody, would need no matrix.
    const seen = new Set(statuses.map(({ status }) => status === 403));
    expect([...seen].sort()).toEqual(typeof need === 'string' ? [false] : [false, true]);
  });
});
