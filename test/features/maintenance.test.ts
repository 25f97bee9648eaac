import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const trondheim = idOf<'Tenant'>('trondheim');
const building = {
  ...{ id: 'hf-blokk', name: 'Blokka', groups: ['rus'], owner: 'borettslag', responsibleUnit: 'ambulant-team' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [{ work: 'vann', responsible: 'borettslag' }] },
};
const home = {
  ...{ id: 'hf-1', name: 'Leilighet 1', building: 'hf-blokk', boligtype: 'Leilighet', egenskaper: [] },
  ...{ disposisjonsform: 'Andel', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
  ...{ leieTilEiePotensial: false, status: 'i-bruk' },
};
const makeSafe = 'Gjør det trygt nå';
const order = 'Bestill hos den som har ansvaret';
const repair = 'Reparer feilen, det haster';
const done = { adgang: 'samtykke', utfortOn: '2026-11-24', utfortTiltak: 'Byttet pakning.' };

let world: ApiWorld;
beforeEach(async () => {
  // Half past two at night in Norway.
  world = await createApiWorld({ now: '2026-11-24T01:30:00.000Z' });
  await world.as('bjorn').post('buildings', building).expect(201);
  await world.as('bjorn').post('homes', home).expect(201);
}, 120_000);
afterEach(() => world.stop());

const at = (person: string) => createCaseworker(world, person);
const caretaker = 'vakt+vaktmester';
const repairs = () => world.ports.homes.reader.repairs(trondheim);

/** What the SMS gateway makes of a message to the municipality's number. */
async function textMessage(said: object): Promise<string> {
  const variables = { bygg: 'hf-blokk', bolig: 'hf-1', erFarlig: false, beskrivelse: 'Døra mangler lås.', ...said };
  const { body } = await world.as('ada').post('messages', { name: 'feil-meldt', variables }).expect(200);
  await world.settle();
  return body.started[0];
}

/** Siv reports a dripping tap in her own home. */
async function sivReports(): Promise<string> {
  const variables = { bygg: 'hf-blokk', bolig: 'hf-1', arbeid: 'vann', beskrivelse: 'Krana drypper.' };
  const { body } = await world.as('siv').post('process-instances', { process: 'vedlikehold', variables }).expect(201);
  await world.settle();
  return body.processInstanceId;
}

it('scenario 31: a door without a lock that is reported by SMS at 02:30 is made safe by 06:30, and the whole building is checked', async () => {
  const id = await textMessage({ arbeid: 'las-dor' });

  const { body } = await world.as(caretaker).get('user-tasks?filter=all').expect(200);
  expect(body.items).toMatchObject([{ name: makeSafe, deadline: { rule: 'L-VEDLIKEHOLD-4T' } }]);
  expect(JSON.stringify(body.items[0].deadline)).toContain('2026-11-24T05:30:00.000Z');
  expect(world.sentMail.map(({ to, subject }) => `${to} ${subject}`)).toContainEqual(
    expect.stringMatching(new RegExp(`^tor@.*${makeSafe}$`)),
  );
  expect(await repairs()).toMatchObject([{ id, work: 'las-dor', urgency: 'fare', state: 'meldt' }]);

  await at(caretaker).does(id, makeSafe, { tryggTiltak: 'Satt inn en midlertidig lås.' });

  expect([...(await at(caretaker).openTasks(id))].toSorted()).toEqual([repair, 'Sjekk hele bygget for samme feil']);
  expect(await repairs()).toMatchObject([{ state: 'fordelt', madeSafeAt: '2026-11-24T01:30:00.000Z' }]);
});

it('scenario 31: what is not made safe in four hours is told to the leader', async () => {
  await textMessage({ arbeid: 'las-dor' });

  await world.as('kari').post('demo/clock/advance', { by: 'day' }).expect(200);
  await world.settle();

  expect(world.sentMail.map(({ to, subject }) => `${to} ${subject}`)).toContainEqual(
    expect.stringMatching(new RegExp(`^knut@.*Fristen er brutt: ${makeSafe}`)),
  );
});

it('scenario 32: the caretaker of the housing co-operative refuses: the rules give it to the landlord, and the hole is logged', async () => {
  const id = await sivReports();
  expect(await repairs()).toMatchObject([{ id, responsible: 'borettslag', urgency: 'haster', state: 'fordelt' }]);
  const seenBy = async (person: string, place: string) => (await world.as(person).get(place).expect(200)).body.repairs;
  const faucet = { id, work: 'vann', home: 'hf-1', homeName: 'Leilighet 1', responsible: 'borettslag' };
  for (const place of ['buildings/hf-blokk', 'homes/hf-1']) {
    expect(await seenBy('tor', place)).toMatchObject([{ ...faucet, isOpenToReader: true }]);
    expect(await seenBy('kari', place)).toMatchObject([{ ...faucet, isOpenToReader: false }]);
    expect(await seenBy('knut', place)).toBeNull();
  }
  expect(await at(caretaker).openTasks(id)).toEqual([]);

  const refused = await at('tor').tries(id, order, { tarJobben: false });
  expect(refused.status).toBe(400);
  await at('tor').does(id, order, { tarJobben: false, avslagGrunn: 'Vi hjelper bare andelseiere.' });

  expect(await world.ports.homes.reader.gaps(trondheim)).toMatchObject([
    { id, building: 'hf-blokk', work: 'vann', refusedBy: 'borettslag', reason: 'Vi hjelper bare andelseiere.' },
  ]);
  expect(await at(caretaker).openTasks(id)).toEqual([repair]);
  expect(await repairs()).toMatchObject([{ responsible: 'trondheim-eiendom' }]);

  const seen = async (person: string) => (await world.as(person).get('buildings/hf-blokk').expect(200)).body.gaps;
  expect(await seen('knut')).toBeNull();
  expect(await seen('tor')).toMatchObject([{ work: 'vann', refusedBy: 'borettslag', times: 1 }]);
  const listed = (await world.as('tor').get('buildings').expect(200)).body.items;
  expect(listed.find((one: { id: string }) => one.id === 'hf-blokk')).toMatchObject({ gaps: 1 });
});

it('scenario 33: a resident who says twice that it is not solved gets a leader', async () => {
  const id = await sivReports();
  await at('tor').does(id, order, { tarJobben: true });
  const again = { erLost: false, ikkeLostFordi: 'Den drypper fortsatt.' };

  await at(caretaker).does(id, repair, done);
  await at('siv').does(id, 'Er feilen borte?', again);
  expect(await repairs()).toMatchObject([{ reopened: 1, state: 'fordelt' }]);
  expect(await at('knut').openTasks(id)).toEqual([]);
  await at(caretaker).does(id, repair, done);
  await at('siv').does(id, 'Er feilen borte?', again);

  expect(await at('knut').openTasks(id)).toEqual(['Følg opp: ikke løst etter to forsøk']);
  expect(await repairs()).toMatchObject([{ reopened: 2, state: 'hos-leder' }]);
  await at('knut').does(id, 'Følg opp: ikke løst etter to forsøk', { lederTiltak: 'Rørlegger på torsdag.' });
  await at(caretaker).does(id, repair, done);
  await at('siv').does(id, 'Er feilen borte?', { erLost: true });
  expect((await world.as('tor').get('homes/hf-1').expect(200)).body.repairs).toEqual([]);
  expect(await repairs()).toMatchObject([{ state: 'lost', endedAt: '2026-11-24T01:30:00.000Z' }]);
});

it('waits for nobody who can be asked where it is: a place that is not in the register is found by the landlord', async () => {
  const id = await textMessage({ arbeid: 'annet', bygg: 'ukjent', bolig: null });
  expect(await repairs()).toEqual([]);

  await at('tor').does(id, 'Finn ut hvor feilen er', { bygg: 'hf-blokk' });

  expect(await repairs()).toMatchObject([{ id, building: 'hf-blokk', urgency: 'vanlig', state: 'fordelt' }]);
  expect(await at(caretaker).openTasks(id)).toEqual(['Reparer feilen']);
});

it('shows the caretaker the fault and the place, and neither why somebody lives there nor anything of their other cases', async () => {
  const application = await at('kari').applicationOf('siv');
  await at('kari').does(application, 'Kartlegg behov med søker', {
    ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'Har angst', onsker: 'Fred', trengerSamarbeidsmote: false },
  });
  const id = await sivReports();
  await at('tor').does(id, order, { tarJobben: true });

  const { body: tasks } = await world.as(caretaker).get('user-tasks?filter=all').expect(200);
  const { body: task } = await world.as(caretaker).get(`user-tasks/${tasks.items[0].id}`).expect(200);
  const { body: found } = await world.as(caretaker).get(`process-instances/${id}`).expect(200);

  const seen = JSON.stringify([tasks, task, found]);
  expect(seen).toContain('Krana drypper.');
  expect(seen).not.toMatch(/angst|kommunal-bolig|boligtildeling|rus"/);
  // What others do in the case of the fault is not the caretaker's either.
  expect([found.sees, found.tasks.map(({ name }: { name: string }) => name)]).toEqual(['tasks', [repair]]);
  const { body: told } = await world.as(caretaker).get(`process-instances/${id}/journal`).expect(200);
  expect(JSON.stringify(told)).not.toContain(order);
  await world.as(caretaker).get(`process-instances/${application}`).expect(404);
  await world.as('berit').get(`process-instances/${id}`).expect(404);
  await world.as('berit').post('process-instances', { process: 'vedlikehold', variables: {} }).expect(403);
});
