import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const building = {
  ...{ id: 'tun', name: 'Tunet', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
};
const home = {
  ...{ id: 'tun-1', name: 'Hus 1', building: 'tun', boligtype: 'Småhus', egenskaper: [] },
  ...{ disposisjonsform: 'Eid', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
  ...{ leieTilEiePotensial: false, status: 'i-bruk' },
};
const another = 'nn+brukerrepresentant';
const said = { message: 'Vi vil ha lys i gangen.', adaptations: 'Jeg trenger rullestolrampe.' };

let world: ApiWorld;
let project: string;
let point: string;
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-11-24T08:00:00.000Z' });
  await world.as('bjorn').post('buildings', building).expect(201);
  await world.as('bjorn').post('homes', home).expect(201);
  await world.as('tor').post('homes/tun-1/tenancies', { person: 'siv', fromOn: '2026-11-01' }).expect(201);
  const start = { process: 'boligutvikling', variables: { prosjekt: 'Ladeveien' } };
  const { body } = await world.as('per').post('process-instances', start).expect(201);
  project = body.processInstanceId;
  await world.settle();
  await per().does(project, 'Samle behov og tall', { mangler: 'Små hus', antallVenter: 3 });
  point = await per().caseWith('Inviter til medvirkning');
  const invited = { handling: 'inviter', motedato: '2026-12-14', sporsmal: 'Hva trengs?' };
  await per().does(point, 'Inviter til medvirkning', invited);
}, 120_000);
afterAll(() => world.stop());

const per = () => createCaseworker(world, 'per');
const read = async (person: string, path: string) => (await world.as(person).get(path).expect(200)).body;
const projectFor = (person: string) => read(person, `projects/${project}`);
const nodesOf = (body: unknown): string => JSON.stringify(body);

describe('a user representative who is invited', () => {
  it('is led from the invitation to its project, where it stands as unanswered', async () => {
    const { items } = await read('berit', 'participation/invitations');
    const { invitations } = await projectFor('berit');

    expect(items).toMatchObject([{ code: 'MP-B1', owner: { id: project, kind: 'project' }, said: null }]);
    expect(invitations).toMatchObject([{ code: 'MP-B1', state: 'open', answer: null, said: null }]);
  });

  it('reads her own answer there word for word, and there nobody else reads what she needs to come', async () => {
    const { items } = await read('berit', 'participation/invitations');
    const path = `participation/invitations/${items[0].taskId}/answer`;
    await world
      .as('berit')
      .post(path, { answer: 'deltar', ...said })
      .set('if-match', `"${items[0].revision}"`)
      .expect(200);
    await world.settle();

    expect((await projectFor('berit')).invitations).toMatchObject([{ state: 'answered', answer: 'deltar', said }]);
    expect((await projectFor(another)).invitations).toMatchObject([{ state: 'answered', said: null }]);
    expect((await projectFor('per')).invitations).toEqual([]);
    for (const person of [another, 'per', 'tor'])
      expect(nodesOf(await projectFor(person))).not.toContain(said.adaptations);
  });

  it('reads what was said and what came of it, on the page of the project and in the report that leads to it', async () => {
    await per().does(point, 'Hold medvirkningen', { gjennomfortOn: '2026-12-14', antallDeltakere: 6 });
    const innspill = 'Det må være lys langs veien hjem.';
    const because = 'Det blir lys til bussen.';
    const told = { innspill, innflytelse: 'delvis', innflytelseBegrunnelse: because };
    await per().does(point, 'Registrer innspill og innflytelse', told);

    const trace = { code: 'MP-B1', outcome: 'gjennomfort', said: innspill, influence: 'delvis', answer: because };
    expect((await projectFor('berit')).participation).toMatchObject([trace]);
    const { checkpoints } = await read('berit', 'participation/report?year=2026');
    expect(checkpoints).toMatchObject([{ ...trace, owner: 'Ladeveien', projectId: project }]);
  });

  it('reads neither the risks that staff wrote down nor that 3 wait; the project leader does', async () => {
    expect(await projectFor('berit')).toMatchObject({ risks: null, need: { missing: 'Små hus', waiting: null } });
    expect(await projectFor('per')).toMatchObject({ risks: [], need: { missing: 'Små hus', waiting: 3 } });
  });
});

describe('a building, to a user representative', () => {
  it('is found by name among those whose residents meet; a resident finds the own one, a stranger none', async () => {
    const namesFor = async (person: string) =>
      (await read(person, 'residents-meetings')).items.map(({ name }: { readonly name: string }) => name);

    expect([await namesFor('berit'), await namesFor('siv'), await namesFor('odd')]).toEqual([['Tunet'], ['Tunet'], []]);
    await world.as('vakt+vaktmester').get('residents-meetings').expect(403);
  });

  it('shows what residents said and figures of many, not who lives there, nor the register', async () => {
    await world.as('siv').post('buildings/tun/agenda-items', { text: 'Vi savner felles middag.' }).expect(201);
    const pages = ['buildings/tun/meetings', 'buildings/tun/safety', 'buildings/tun/repair-figures'];
    const seen = await Promise.all(pages.map((path) => read('berit', path)));

    expect(seen).toMatchObject([
      { name: 'Tunet', mayRaise: true, waiting: [{ text: 'Vi savner felles middag.' }] },
      { building: 'tun', lastYear: 0 },
      { building: 'tun', open: 0, lastYear: 0 },
    ]);
    expect(nodesOf(seen)).not.toMatch(/\bsiv\b|Siv Dahl/);
    for (const path of ['buildings/tun', 'homes', 'homes/tun-1']) await world.as('berit').get(path).expect(403);
    await world.as('siv').get('buildings/tun/repair-figures').expect(404);
  });
});
