import { readFile } from 'node:fs/promises';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const lawyer = 'jurist+fullmektig';
const helper = 'hjelper+fullmektig';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
}, 120_000);
afterEach(() => world.stop());

const by = (person: string) => createCaseworker(world, person);
const withdraw = (person: string, id: string) => world.as(person).post(`applications/${id}/withdraw`, {});
const read = async (person: string, path: string) => (await world.as(person).get(path).expect(200)).body;
const appoints = (revision: number, kind: string, actor: string, more: object = {}) =>
  world
    .as('kari')
    .post('persons/siv/representatives', { kind, name: actor, fromOn: '2026-11-01', actor, ...more })
    .set('if-match', `"${revision}"`)
    .expect(200);

describe('who acts for the applicant', () => {
  it('finds her case, follows it as she does and withdraws it; she reads who looked, and staff who withdrew', async () => {
    const id = await by('siv').applicationOf('siv');
    await appoints(1, 'fullmektig', 'jurist');

    expect((await read(lawyer, 'journeys')).actingFor).toMatchObject([
      { id, title: expect.stringContaining('Siv'), person: 'siv' },
    ]);
    const journey = await read(lawyer, `journeys/${id}`);
    expect(journey).toMatchObject({ id, canWithdraw: true, opensDecisions: true });
    expect(journey.letters).toHaveLength(1);
    expect((await read('siv', 'journeys')).actingFor).toEqual([]);
    await withdraw(lawyer, id).expect(200);
    await world.settle();

    expect(await read('siv', `journeys/${id}`)).toMatchObject({ canWithdraw: false });
    expect(JSON.stringify(await read('kari', `process-instances/${id}/journal`))).toContain(
      'Mottatt: Søker trekker søknaden, fra jurist.',
    );
    const { items } = await read('siv', 'me/reads');
    expect(items.some((one: object) => JSON.stringify(one).includes('jurist'))).toBe(true);
  });

  it('may not once the authority is over, nor who only helps her, nor anybody who acts for somebody else', async () => {
    const id = await by('siv').applicationOf('siv');
    await appoints(1, 'fullmektig', 'jurist', { fromOn: '2026-01-01', toOn: '2026-01-31' });
    await appoints(2, 'stottespiller', 'hjelper');

    for (const person of [lawyer, helper, 'andre+fullmektig']) {
      expect((await read(person, 'journeys')).actingFor).toEqual([]);
      await world.as(person).get(`journeys/${id}`).expect(404);
      await withdraw(person, id).expect(404);
    }
    expect(await read('kari', `process-instances/${id}`)).toMatchObject({ state: 'active' });
  });
});

describe('an application that began on a diagram in which nobody could withdraw', () => {
  it('goes on there, says that it cannot be withdrawn, and can be when the operator has moved it to the new one', async () => {
    const today = await readFile('workflows/boligtildeling/boligtildeling.bpmn', 'utf8');
    const deploy = (bpmn: string) =>
      world.as('ada').post('definitions', { files: [{ name: 'boligtildeling.bpmn', content: bpmn }] });
    await deploy(withoutWithdrawal(today)).expect(201);
    const id = await by('siv').applicationOf('siv');
    await deploy(today).expect(201);

    expect(await read('siv', `journeys/${id}`)).toMatchObject({ canWithdraw: false });
    expect((await withdraw('siv', id).expect(409)).body.code).toBe('not-active');
    const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Nær bussen' };
    await by('kari').does(id, 'Kartlegg behov med søker', { ...mapped, trengerSamarbeidsmote: false });
    expect(await by('kari').openTasks(id)).toContain('Fatt vedtak om kommunal bolig');

    await world.as('ada').post(`process-instances/${id}/migrate`, { version: 3, reason: 'Ny versjon' }).expect(200);
    await world.settle();
    expect(await read('siv', `journeys/${id}`)).toMatchObject({ canWithdraw: true });
    await withdraw('siv', id).expect(200);
    await world.settle();
    expect(await read('kari', `process-instances/${id}`)).toMatchObject({ state: 'completed' });
  });
});

/** The diagram as it was before applications could be withdrawn. */
const withoutWithdrawal = (bpmn: string): string =>
  bpmn
    .replace(/ *<bpmn:subProcess id="soknaden-trekkes"[^]*?<\/bpmn:subProcess>\n/, '')
    .replace(/ *<bpmn:message id="soknad-trukket"[^>]*>\n/, '')
    .replaceAll(/ *<bpmndi:BPMN(Shape|Edge) id="[^"]*trekk[^"]*"[^]*?<\/bpmndi:BPMN\1>\n/g, '')
    .replaceAll(/ *<bpmndi:BPMN(Shape|Edge) id="[^"]*soknad-trukket[^"]*"[^]*?<\/bpmndi:BPMN\1>\n/g, '')
    .replaceAll(/ *<bpmndi:BPMN(Shape|Edge) id="[^"]*soknaden-er-trukket[^"]*"[^]*?<\/bpmndi:BPMN\1>\n/g, '');
