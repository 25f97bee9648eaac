import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker, type Caseworker } from '../support/caseworker.js';

let world: ApiWorld;
let kari: Caseworker;
let caseId: string;
beforeAll(async () => {
  world = await createApiWorld();
  kari = createCaseworker(world, 'kari');
  const variables = { nyttVedtakMottattOn: '2026-11-09', utgifter: 'Advokat, 4000 kroner.' };
  const { body } = await world.as('siv').post('process-instances', { process: 'sakskostnader', variables }).expect(201);
  caseId = body.processInstanceId;
  await world.settle();
}, 120_000);
afterAll(() => world.stop());

/** Letters of the case to Siv, the text by the title. */
const letters = async (): Promise<Readonly<Record<string, string>>> => {
  const { body } = await world.as('kari').get(`process-instances/${caseId}`).expect(200);
  return Object.fromEntries(body.letters.map(({ title, text }: { title: string; text: string }) => [title, text]));
};

// One test goes on where the one before it stopped: it is Monday 23 November 2026.
describe('Siv claims what an appeal has cost her', () => {
  it('on Monday 23 November: she has a receipt, and Kari has until 23 December to answer', async () => {
    expect(Object.keys(await letters())).toEqual(['Vi har fått kravet ditt']);
    const { body } = await world.as('kari').get('user-tasks?filter=unit').expect(200);
    const task = body.items.find(({ case: of }: { case: { id: string } }) => of.id === caseId);
    expect(task).toMatchObject({
      name: 'Avgjør kravet om sakskostnader',
      deadline: { rule: 'D02', dueOn: '2026-12-23' },
    });
  });

  it('in part: 3000 kroner are covered, and the decision says by which law and where an appeal goes', async () => {
    const said = {
      kravITide: true,
      resultat: 'delvis',
      belopDekket: 3000,
      vedtakBegrunnelse: 'Reisen var ikke nødvendig.',
    };
    await kari.does(caseId, 'Avgjør kravet om sakskostnader', said);

    const { 'Svar på kravet ditt om å få dekket utgifter': text } = await letters();
    expect(text).toContain('Svaret er: ja, delvis.');
    expect(text).toContain('Vi dekker 3000 kroner.');
    expect(text).toContain('sender vi klagen til Statsforvalteren');
    const { body: decisions } = await world.as('siv').get(`process-instances/${caseId}/decisions`).expect(200);
    expect(decisions.items).toMatchObject([{ legalBasis: { id: 'sakskostnader' }, outcome: 'delvis' }]);
  });

  it('and may appeal within three weeks of the day it came: 14 December', async () => {
    await kari.does(caseId, 'Registrer når vedtaket kom fram', {
      vedtakMottattOn: '2026-11-23',
      mottakBevis: 'digitalt',
    });

    const { body } = await world.as('siv').get(`process-instances/${caseId}/decisions`).expect(200);
    const decision = await world.as('siv').get(`decisions/${body.items[0].id}`).expect(200);
    expect(decision.body).toMatchObject({ appeal: { rule: 'D04', dueOn: '2026-12-14' } });
  });

  it('is begun for somebody who rang, by the office, and by nobody else', async () => {
    const variables = { soker: 'odd', mottattOn: '2026-11-20', nyttVedtakMottattOn: '2026-10-01', utgifter: 'Tolk.' };
    const begin = (person: string) =>
      world.as(person).post('process-instances', { process: 'sakskostnader', variables });

    await begin('tor').expect(403);
    await begin('kari').expect(201);
  });
});
