import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const building = {
  ...{ id: 'tun', name: 'Tunet', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
};
const home = {
  ...{ building: 'tun', boligtype: 'Leilighet', egenskaper: [], disposisjonsform: 'Eid', erBofellesskap: false },
  ...{ erTilgjengeligForRullestolbruker: false, leieTilEiePotensial: false, status: 'i-bruk' },
};
const confirm = 'Bekreft hvem som flytter hvor';
const answer = 'Svar på om du vil flytte';
const move = 'Skriv leieavtalene, og før flyttingen';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld({ now: '2026-11-24T08:00:00.000Z' });
  await world.as('bjorn').post('buildings', building).expect(201);
  for (const [id, name] of [
    ['hf', 'HF-boligen'],
    ['hus-a', 'Hus A'],
    ['hus-b', 'Hus B'],
  ])
    await world
      .as('bjorn')
      .post('homes', { ...home, id, name })
      .expect(201);
  for (const id of ['sigrid', 'odd', 'mona', 'rune'])
    await world
      .as('kari')
      .post('persons', { id, name: `Beboer ${id}` })
      .expect(201);
  await world.as('tor').post('homes/hus-a/tenancies', { person: 'sigrid', fromOn: '2025-01-01' }).expect(201);
  await world.as('tor').post('homes/hus-b/tenancies', { person: 'odd', fromOn: '2025-01-01' }).expect(201);
}, 120_000);
afterEach(() => world.stop());

const at = (person: string) => createCaseworker(world, person);

/** Sigrid moves to Housing First, Odd to Sigrid's home, Mona from Herberget, who has no home, to Odd's. */
async function startsChain(): Promise<string> {
  const lenker = [
    { person: 'mona', til: 'hus-b' },
    { person: 'odd', fra: 'hus-b', til: 'hus-a' },
    { person: 'sigrid', fra: 'hus-a', til: 'hf' },
  ];
  const started = await world.as('bjorn').post('process-instances', { process: 'flyttekjede', variables: { lenker } });
  expect(started.status).toBe(201);
  await world.settle();
  return started.body.processInstanceId;
}

/** Who lives in each home, and who it is kept for. */
async function homes(): Promise<Readonly<Record<string, string>>> {
  const said = async (id: string) => {
    const { body } = await world.as('bjorn').get(`homes/${id}`).expect(200);
    const { leieforhold, boligreservasjon } = body;
    return [id, `${leieforhold?.person ?? 'ingen'}, holdt av til ${boligreservasjon?.person ?? 'ingen'}`] as const;
  };
  return Object.fromEntries(await Promise.all(['hf', 'hus-a', 'hus-b'].map(said)));
}
const linkOf = async (person: string): Promise<string> => {
  const { body } = await world.as(person).get('process-instances?process=flyttekjede-ledd').expect(200);
  return body.items[0].id;
};
const lettersTo = async (person: string): Promise<readonly string[]> => {
  const { body } = await world.as(person).get('process-instances?process=flyttekjede-ledd').expect(200);
  const cases = await Promise.all(
    body.items.map(
      async ({ id }: { readonly id: string }) => (await world.as(person).get(`process-instances/${id}`)).body,
    ),
  );
  return cases.flatMap(({ letters }) => letters.map(({ title }: { readonly title: string }) => title)).toSorted();
};
/** NAV has given Mona a place at Herberget for the time being; answers that case. */
async function staysAtHerberget(): Promise<string> {
  const { body } = await world.as('mona').post('process-instances', { process: 'midlertidig-botilbud' }).expect(201);
  await world.settle();
  const stay: string = body.processInstanceId;
  const homeless = { harStedASove: 'nei', husstand: 'mann', over18: true };
  await at('nina').does(stay, 'Vurder om personen har et sted å sove', homeless);
  await at('nina').does(stay, 'Fatt vedtak om midlertidig botilbud', {
    ...{ resultat: 'innvilget', vedtakBegrunnelse: 'Ikke et sted å sove.', stedstype: 'herberge', sted: 'Herberget' },
    oppholdFraOn: '2026-11-24',
  });
  return stay;
}
const untouched = {
  hf: 'ingen, holdt av til ingen',
  'hus-a': 'sigrid, holdt av til ingen',
  'hus-b': 'odd, holdt av til ingen',
};

it('scenario 26: a chain of 3 moves reserves 3 homes at once in 3 linked cases; 3 times yes, all 3 leases change on one day, and Mona leaves Herberget', async () => {
  const stay = await staysAtHerberget();
  const chain = await startsChain();
  expect(await homes()).toEqual(untouched);

  await at('bjorn').does(chain, confirm, { kjedeValg: 'reserver' });

  expect(await homes()).toEqual({
    hf: 'ingen, holdt av til sigrid',
    'hus-a': 'sigrid, holdt av til odd',
    'hus-b': 'odd, holdt av til mona',
  });
  const { body: cases } = await world.as('bjorn').get('process-instances?process=flyttekjede-ledd').expect(200);
  expect(cases.items).toHaveLength(3);
  const links = await Promise.all(['sigrid', 'odd', 'mona'].map(linkOf));
  expect(new Set(links).size).toBe(3);
  const { body: parent } = await world.as('bjorn').get(`process-instances/${chain}`).expect(200);
  expect(parent.children.map(({ id }: { readonly id: string }) => id).toSorted()).toEqual(links.toSorted());
  // Each sees her own case only, and neither the chain nor the others.
  await world.as('sigrid').get(`process-instances/${chain}`).expect(404);
  await world.as('sigrid').get(`process-instances/${links[1]}`).expect(404);
  expect(JSON.stringify((await world.as('sigrid').get(`process-instances/${links[0]}`).expect(200)).body)).not.toMatch(
    /odd|mona/i,
  );

  for (const [index, person] of ['sigrid', 'odd', 'mona'].entries())
    await at(person).does(links[index] ?? '', answer, { svar: 'ja' });
  expect(await lettersTo('odd')).toEqual(['Du kan få en annen bolig', 'Du skal flytte']);

  await at('tor').does(chain, move, { flyttetOn: '2026-12-24' });
  expect(await homes()).toMatchObject({ hf: 'ingen, holdt av til sigrid', 'hus-a': 'sigrid, holdt av til odd' });
  await at('tor').does(chain, move, { flyttetOn: '2026-11-24' });
  expect(await homes()).toEqual({
    hf: 'sigrid, holdt av til ingen',
    'hus-a': 'odd, holdt av til ingen',
    'hus-b': 'mona, holdt av til ingen',
  });
  expect(await at('nina').openTasks(stay)).toContain('Følg oppholdet');
  const left = { slutt: 'egen-bolig', sovested: 'Hus B', flyttetOn: '2026-11-24' };
  await at('nina').does(stay, 'Avslutt oppholdet når personen har et sted å bo', left);
  expect(await at('nina').openTasks(stay)).not.toContain('Følg oppholdet');
});

it('scenario 26: of 2 chains that are confirmed at the same moment and need the same home, one has all of its 3 homes and the other none', async () => {
  const chains = [await startsChain(), await startsChain()];

  const confirmed = chains.map((chain) => at('bjorn').tries(chain, confirm, { kjedeValg: 'reserver' }));
  await Promise.all(confirmed);
  await world.settle();

  expect(await homes()).toEqual({
    hf: 'ingen, holdt av til sigrid',
    'hus-a': 'sigrid, holdt av til odd',
    'hus-b': 'odd, holdt av til mona',
  });
  const children = chains.map(
    async (chain) => (await world.as('bjorn').get(`process-instances/${chain}`).expect(200)).body.children.length,
  );
  expect((await Promise.all(children)).toSorted()).toEqual([0, 3]);
});

it('scenario 26: 1 of the 3 homes is reserved by somebody first: none is reserved, and the task says which it was', async () => {
  const chain = await startsChain();
  await world.as('bjorn').post('homes/hf/reservations', { person: 'rune' }).expect(201);

  await at('bjorn').does(chain, confirm, { kjedeValg: 'reserver' });

  expect(await homes()).toEqual({ ...untouched, hf: 'ingen, holdt av til rune' });
  const { body: tasks } = await world.as('bjorn').get('user-tasks?filter=all').expect(200);
  const task = tasks.items.find(({ name }: { readonly name: string }) => name === confirm);
  const { body: opened } = await world.as('bjorn').get(`user-tasks/${task.id}`).expect(200);
  expect(JSON.stringify(opened)).toContain('HF-boligen er reservert eller leid ut til noen andre. Ingenting er ført.');
  const { body: cases } = await world.as('bjorn').get('process-instances?process=flyttekjede-ledd').expect(200);
  expect(cases.items).toEqual([]);
});

it('scenario 26: 1 of 3 says no: all 3 homes are let go, the other 2 are asked no more and told, and everybody lives where they lived', async () => {
  const chain = await startsChain();
  await at('bjorn').does(chain, confirm, { kjedeValg: 'reserver' });
  await at('sigrid').does(await linkOf('sigrid'), answer, { svar: 'ja' });
  await at('odd').does(await linkOf('odd'), answer, { svar: 'nei' });

  expect(await homes()).toEqual(untouched);
  for (const person of ['sigrid', 'odd', 'mona'])
    expect(await lettersTo(person)).toEqual(['Det blir ikke noe av flyttingen', 'Du kan få en annen bolig']);
  const { body: tasks } = await world.as('mona').get('user-tasks?filter=all').expect(200);
  expect(tasks.items).toEqual([]);
  expect((await world.as('bjorn').get(`process-instances/${chain}`).expect(200)).body.state).toBe('completed');
});
