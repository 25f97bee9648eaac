import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { readWorkflowJson } from '../workflows/workflow-files.js';

const trondheim = idOf<'Tenant'>('trondheim');
const shared = 'behovskartlegging';
const unit = 'behovskartlegging-enhet';
const asked = { fraHvk: true, fraNav: true, fraBotiltak: true, fraAmbulant: false };

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld({ now: '2027-08-31T08:00:00.000Z' });
}, 180_000);
afterAll(() => world.stop());

const travel = (to: string) => world.ports.demo?.travel.advance(trondheim, { to });
const casesOf = async (person: string, process: string) =>
  (await world.as(person).get(`process-instances?process=${process}&state=active`).expect(200)).body.items;
const pictures = async (person: string) => (await world.as(person).get('needs-pictures').expect(200)).body.items;
const needsOf = async (person: string, version: number) => {
  const picture = (await pictures(person)).find((one: { version: number }) => one.version === version);
  return Object.fromEntries(picture.needs.map(({ id, people }: { id: string; people: number | null }) => [id, people]));
};
const needing = (boligtype: string, more: object = {}) => ({
  ...{ hva: 'person', boligtype, begrunnelse: 'Trenger mer ro enn der det bor mange.', meldtAvAndre: false },
  ropScreen: 'nei',
  ...more,
});
const done = { hva: 'ferdig' };

/** The person reports for the unit's open case, one answer after the other. */
async function reports(person: string, ...answers: readonly object[]): Promise<void> {
  const worker = createCaseworker(world, person);
  const id = await worker.caseWith('Meld person');
  for (const answer of answers) await worker.does(id, 'Meld person', answer);
}

it('offers the types of home that needs are counted by, and no other', () => {
  const { homeTypes } = readWorkflowJson('behov.json') as { homeTypes: readonly { id: string }[] };
  const form = readWorkflowJson(`${unit}/behov-person.form.json`) as {
    properties: { boligtype: { oneOf: readonly { const: string }[] } };
  };

  expect(form.properties.boligtype.oneOf.map((type) => type.const)).toEqual([
    ...homeTypes.map(({ id }) => id),
    'annen',
  ]);
}, 120_000);

it('P16: on 1 September 2027 the year’s mapping begins; three units get a case each that the staff cannot read', async () => {
  await travel('2027-09-01T12:00:00.000Z');
  const [{ id }] = await casesOf('knut', shared);
  await createCaseworker(world, 'knut').does(id, 'Planlegg kartleggingen', asked);

  const [own, ...others] = await casesOf('nina', unit);
  expect([own.title, others]).toEqual(['Meld behov for boliger – NAV', []]);
  expect(await casesOf('knut', unit)).toEqual([]);
  await world.as('knut').get(`process-instances/${own.id}`).expect(404);
  await world.as('kari').get(`process-instances/${own.id}`).expect(404);
}, 120_000);

it('P16: a reason with a name in it is refused, and so is ROP-screen without when, by whom and the result', async () => {
  const nina = createCaseworker(world, 'nina');
  const id = await nina.caseWith('Meld person');

  const named = await nina.tries(id, 'Meld person', needing('smahus', { begrunnelse: 'Siv Dahl trenger ro.' }));
  expect([named.status, named.body.code]).toEqual([422, 'deidentification']);
  expect(JSON.stringify(named.body)).not.toContain('Dahl');
  const halfDone = await nina.tries(id, 'Meld person', needing('smahus', { ropScreen: 'ja' }));
  expect([halfDone.status, halfDone.body.code]).toEqual([400, 'invalid-input']);
}, 120_000);

it('P16: three units report 14 people; the check sees no figure under 5, sends one unit back, and 13 are published as version 1', async () => {
  const screened = { ropScreen: 'ja', ropOn: '2027-08-20', ropAv: 'lege', ropResultat: 'utredes' };
  const flat = needing('leilighet');
  const house = needing('smahus');
  await reports('kari', flat, flat, flat, flat, flat, done);
  await reports('nina', needing('leilighet', screened), flat, flat, flat, flat, house, house, done);
  await reports('rita', house, needing('hybel'), needing('smahus', { meldtAvAndre: true }), done);
  const [{ id }] = await casesOf('knut', shared);
  const knut = createCaseworker(world, 'knut');
  const { body } = await world.as('knut').get('user-tasks?filter=all').expect(200);
  const task = body.items.find(
    ({ name }: { name: string }) => name === 'Kontroller tallene fra Helse- og velferdskontoret',
  );
  const { body: check } = await world.as('knut').get(`user-tasks/${task.id}`).expect(200);
  expect(check.values).toMatchObject({ antallMeldt: 'færre enn 10', fordeling: ['Vanlig leilighet'] });
  const kept = await world.ports.cases.snapshot(trondheim, id);
  expect(JSON.stringify([...(kept?.elements.values() ?? [])])).not.toMatch(/utredes|mer ro/);

  await knut.does(id, 'Kontroller tallene fra Helse- og velferdskontoret', { godkjent: true });
  await knut.does(id, 'Kontroller tallene fra NAV', { godkjent: true });
  const again = { godkjent: false, tilbakeGrunn: 'Er hybelen med i fjorårets tall?' };
  await knut.does(id, 'Kontroller tallene fra Botiltakene', again);
  expect(await knut.openTasks(id)).toEqual([]);
  await reports('rita', { hva: 'trekk', trekkNr: 2 }, done);
  await knut.does(id, 'Kontroller tallene fra Botiltakene', { godkjent: true });
  await knut.does(id, 'Avgjør om behovsbildet skal publiseres', { publiser: true });

  expect(await needsOf('kari', 1)).toEqual({ bofellesskap: 0, smahus: 3, hybel: 0, leilighet: 10, annen: 0 });
  expect(await pictures('kari')).toMatchObject([{ version: 1, publishedBy: 'knut' }]);
}, 120_000);

it('P16: outside the waiting list a figure of 3 is null, and 10 is shown of which each unit has 5; an applicant sees nothing', async () => {
  expect(await needsOf('knut', 1)).toEqual({ bofellesskap: 0, smahus: null, hybel: 0, leilighet: 10, annen: 0 });
  expect(await needsOf('berit', 1)).toMatchObject({ smahus: null });
  await world.as('siv').get('needs-pictures').expect(403);
  await world.as('kari').post('process-instances', { process: shared }).expect(403);
}, 120_000);

it('P16: on 1 September 2028 the next mapping begins; version 2 says 1, and version 1 is what it was', async () => {
  const before = await pictures('kari');
  await travel('2028-09-01T12:00:00.000Z');
  const [{ id }] = await casesOf('knut', shared);
  const knut = createCaseworker(world, 'knut');
  await knut.does(id, 'Planlegg kartleggingen', { ...asked, fraHvk: false, fraBotiltak: false });
  await reports('nina', needing('bofellesskap'), done);
  await knut.does(id, 'Kontroller tallene fra NAV', { godkjent: true });
  await knut.does(id, 'Avgjør om behovsbildet skal publiseres', { publiser: true });

  const [second, ...earlier] = await pictures('kari');
  expect([second.version, earlier]).toEqual([2, before]);
  expect(await needsOf('kari', 2)).toEqual({ bofellesskap: 1, smahus: 0, hybel: 0, leilighet: 0, annen: 0 });
  expect(second.publishedAt).toMatch(/^2028-09-01T/);
}, 240_000);
