import { changedDecisionsSchema } from '../../src/contract/changed-decision.contract.js';
import type { ChangedDecisionsView } from '../../src/contract/changed-decision.contract.js';
import { createProcessInstanceId } from '../../src/runtime/process-instance-id.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
let appeals: readonly string[];
const by = (person: string) => createCaseworker(world, person);
const days = (from: string, to: string): string => `from=${from}&to=${to}`;
const both = days('2026-11-23', '2026-12-06');

const changed = async (person: string, asked = both): Promise<ChangedDecisionsView> =>
  changedDecisionsSchema.parse((await world.as(person).get(`changed-decisions?${asked}`).expect(200)).body);

/** An appeal that stands alone, as one that comes after the case has ended. */
async function appeal(soker: string, sokerNavn: string): Promise<string> {
  const said = { hjemmel: 'kommunal-bolig', klageMottattOn: '2026-11-23', klageTekst: 'Jeg er uenig.' };
  const variables = { ...said, soker, sokerNavn, innenFristen: true, utsattIverksetting: false, sakenVenter: true };
  const processInstanceId = createProcessInstanceId('2026-11-23T08:00:00.000Z');
  const actor = { id: idOf<'Actor'>(soker), groups: [] };
  await world.ports.commands.handle({
    ...{ tenant: idOf<'Tenant'>('trondheim'), processInstanceId, definition: { key: 'klage' } },
    command: { type: 'StartProcessInstance', processInstanceId, variables, actor },
  });
  await world.settle();
  return processInstanceId;
}

beforeAll(async () => {
  world = await createApiWorld();
  const [siv = '', rita = '', berit = ''] = [
    await appeal('siv', 'Siv Dahl'),
    await appeal('rita', 'Rita Lunde'),
    await appeal('berit', 'Berit Lien'),
  ];
  appeals = [siv, rita, berit];
  const assess = 'Vurder vedtaket på nytt';
  const wrong = { nyVurdering: 'delvis', klageBegrunnelse: 'Du har rett i noe.', endretFordi: 'regler-brukt-feil' };
  await by('kari').does(siv, assess, { ...wrong, endretFordiMedOrd: 'Les punkt 3 en gang til.' });
  await world.as('kari').post('demo/clock/advance', { by: 'day' }).expect(200);
  await by('kari').does(rita, assess, { ...wrong, nyVurdering: 'omgjort' });
  await by('kari').does(berit, assess, { nyVurdering: 'opprettholdt', klageBegrunnelse: 'Som før.' });
  await world.as('kari').post('demo/clock/advance', { by: 'week' }).expect(200);
  await by('kari').does(siv, 'Send klagen til klageinstansen', {
    oversendtOn: '2026-11-30',
    dokumentliste: 'Vedtaket',
  });
  await by('kari').does(siv, 'Registrer hva klageinstansen kom til', {
    ...{ klageresultat: 'opphevet', avgjorelseBegrunnelse: 'Ikke utredet.', avgjortOn: '2026-11-30' },
    klageinstansEndretFordi: 'mangelfull-utredning',
  });
}, 120_000);
afterAll(() => world.stop());

it('lists 3 changes of 2 weeks to the unit that decides, with cause, what can be learned, and the law of the decision', async () => {
  const { total, causes, items } = await changed('kari');

  expect(total).toBe(3);
  expect(causes).toEqual([
    { name: 'Saken var ikke godt nok undersøkt', count: 1 },
    { name: 'Reglene ble brukt feil', count: 2 },
  ]);
  expect(items).toMatchObject([
    { week: '2026-49', on: '2026-12-01', outcome: 'Klageinstansen opphevet vedtaket', learned: null },
    { week: '2026-48', outcome: 'Vi endret hele vedtaket', title: 'Klage på vedtak – Rita Lunde' },
    {
      ...{ week: '2026-48', outcome: 'Vi endret deler av vedtaket', cause: 'Reglene ble brukt feil' },
      ...{ learned: 'Les punkt 3 en gang til.', processInstanceId: appeals[0], legalBasis: 'Kommunal bolig' },
    },
  ]);
});

it('has the list of one week alone, each change on its own day in Norway', async () => {
  expect((await changed('kari', days('2026-11-30', '2026-12-06'))).items).toHaveLength(1);
  expect((await changed('kari', days('2026-11-23', '2026-11-29'))).items).toHaveLength(2);
  expect((await changed('kari', days('2026-11-24', '2026-11-29'))).items).toHaveLength(1);
});

it('tells a leader of another unit that there are such causes, but no figure under 5 and no case', async () => {
  expect(await changed('knut')).toEqual({
    ...{ fewestShown: 5, total: null, items: [] },
    causes: ['Saken var ikke godt nok undersøkt', 'Reglene ble brukt feil'].map((name) => ({ name, count: null })),
    outcomes: ['Vi endret hele vedtaket', 'Vi endret deler av vedtaket', 'Klageinstansen opphevet vedtaket'].map(
      (name) => ({ name, count: null }),
    ),
  });
});

it('is told to Siv that Kari looked at the decisions in her case, and the file names neither her nor the case', async () => {
  const { text } = await world.as('kari').get(`changed-decisions/file?${both}`).expect(200);

  const [columns = '', ...rows] = text.trim().split(/\r?\n/);
  expect(columns.replace('\uFEFF', '')).toBe('uke;dato;hjemmel;utfall;årsak;lærdom');
  expect(rows).toHaveLength(3);
  expect(text).not.toMatch(/Siv|Dahl|Rita/);
  for (const id of appeals) expect(text).not.toContain(id);
  const { body } = await world.as('siv').get('me/reads').expect(200);
  expect(JSON.stringify(body)).toContain('vedtakene i saken din');
});

it('is asked for by no one else: 403 for the person, the landlord, the ombudsman and the operator', async () => {
  for (const person of ['siv', 'aud', 'tor', 'pia', 'ada', 'per'])
    for (const path of ['changed-decisions', 'changed-decisions/file'])
      await world.as(person).get(`${path}?${both}`).expect(403);
  await world.as('kari').get('changed-decisions?from=2026-13-01&to=2026-12-31').expect(400);
});
