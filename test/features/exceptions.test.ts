import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { enterVacantHomes } from '../support/vacant-homes.js';
import { waitingApplication } from '../support/waiting-application.js';

const trondheim = idOf<'Tenant'>('trondheim');
let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
}, 120_000);
afterAll(() => world.stop());

const by = (person: string) => createCaseworker(world, person);
const year = 'exceptions?from=2026-01-01&to=2026-12-31';
const reportFor = async (person: string, path = year) => (await world.as(person).get(path).expect(200)).body;
const kinds = ({ items }: { readonly items: readonly { readonly kind: string }[] }) => items.map(({ kind }) => kind);

describe('what is done otherwise than the rule is', () => {
  let id: string;
  beforeAll(async () => {
    await enterVacantHomes(world, { 'tun-1': 'Hus 1' });
    id = await waitingApplication(world, 'siv', {});
    await world.ports.demo?.travel.advance(trondheim, { to: '2026-11-24T09:00:00.000Z' });
    const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
    await by('bjorn').does(await by('bjorn').caseWith(entry), entry, { utfall: 'tilbud', begrunnelse: 'Uten bolig' });
    await by('bjorn').does(id, 'Velg boliger til tilbudet', {
      ...{ boliger: ['tun-1'], boligerUtenfor: ['Gate 1, to rom'], utenforBegrunnelse: 'Leies privat.' },
      ...{ valgBegrunnelse: 'Egen inngang.' },
    });
    await world.as('ada').post(`process-instances/${id}/suspend`, { reason: 'Feil i brevet' }).expect(200);
    await world.as('ada').post(`process-instances/${id}/resume`, { reason: 'Brevet er rettet' }).expect(200);
  }, 120_000);

  it('is told with who did it and why to those who see the case, and she reads that they looked', async () => {
    const { items, counts } = await reportFor('kari');

    expect(items).toMatchObject([
      { kind: 'resume', by: 'Ada Strand', reason: 'Brevet er rettet', processInstanceId: id },
      { kind: 'suspend', by: 'Ada Strand', reason: 'Feil i brevet', title: 'Søknad om kommunal bolig – Siv Dahl' },
      { kind: 'home-outside-register', by: 'Bjørn Moe', reason: 'Leies privat.' },
    ]);
    expect(counts).toEqual([
      { kind: 'home-outside-register', count: 1 },
      { kind: 'suspend', count: 1 },
      { kind: 'resume', count: 1 },
    ]);
    const { items: reads } = await reportFor('siv', 'me/reads');
    expect(JSON.stringify(reads)).toContain('et unntak i saken din');
  });

  it('is told to the ombudsman without reason and name, to the operator with her own reasons, and to others as figures, none under five', async () => {
    const withheld = async (person: string) =>
      (await reportFor(person)).items.map(({ kind, reason, title, processInstanceId }: Record<string, unknown>) => {
        return [kind, reason, title, processInstanceId];
      });
    const offer = ['home-outside-register', null, null, null];
    expect(await withheld('pia')).toEqual([['resume', null, null, null], ['suspend', null, null, null], offer]);
    expect(await withheld('ada')).toEqual([
      ['resume', 'Brevet er rettet', null, null],
      ['suspend', 'Feil i brevet', null, null],
      offer,
    ]);
    const project = await reportFor('per');
    expect(project).toEqual({
      fewestShown: 5,
      items: [],
      counts: ['home-outside-register', 'suspend', 'resume'].map((kind) => ({ kind, count: null })),
    });
  });

  it('is emergency access too, and the ombudsman is told why', async () => {
    const explanation = 'Hun svarer ikke, og naboen hørte rop om hjelp.';
    await world
      .as('rita')
      .post(`process-instances/${id}/emergency-access`, { reason: 'life-or-health', explanation })
      .expect(201);
    await world.settle();

    const { items } = await reportFor('pia');
    expect(items[0]).toMatchObject({
      kind: 'emergency-access',
      by: 'Rita Lunde',
      reason: `Fare for liv eller helse. ${explanation}`,
    });
  });

  it('is counted on its own day in Norway, and asked for by no one who has no business with it', async () => {
    expect(kinds(await reportFor('kari', 'exceptions?from=2026-11-24&to=2026-11-24'))).toHaveLength(3);
    expect(kinds(await reportFor('kari', 'exceptions?from=2026-11-25&to=2026-12-31'))).toEqual([]);
    for (const person of ['siv', 'berit', 'aud']) await world.as(person).get(year).expect(403);
    await world.as('kari').get('exceptions?from=2026-13-01&to=2026-12-31').expect(400);
    expect((await reportFor('ada@orkland')).items).toEqual([]);
  });
});
