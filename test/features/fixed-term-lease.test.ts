import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { createLeasedHome } from '../support/leased-home.js';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
  await createLeasedHome(world, { person: 'siv', home: 'leie-1', toOn: '2026-11-30' });
}, 120_000);
afterEach(() => world.stop());

async function until(today: string): Promise<void> {
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: `${today}T07:30:00.000Z` });
  await world.settle();
}
const leaseNow = async () => (await world.as('tor').get('homes/leie-1').expect(200)).body.leieforhold;
const caseId = async (): Promise<string> => {
  const { body } = await world.as('siv').get('process-instances').expect(200);
  return body.items.find(({ process }: { process: string }) => process === 'flytteoppfordring')?.id;
};

describe('scenario 38: a fixed-term lease ended on 30 November 2026', () => {
  it('becomes open-ended when nobody has asked the tenant to move by 28 February: the register changes, she and her representative get a letter', async () => {
    const acting = {
      kind: 'fullmektig',
      name: 'Odd Lund',
      actor: 'odd',
      email: 'odd@boligflyt.test',
      fromOn: '2026-01-01',
    };
    await world.as('liv').post('persons/siv/representatives', acting).set('if-match', '"1"').expect(200);
    await until('2026-11-30');
    expect(await caseId()).toBeUndefined();
    await until('2026-12-01');
    const id = await caseId();

    await until('2027-02-28');
    expect(await leaseNow()).toMatchObject({ toOn: '2026-11-30' });
    await until('2027-03-01');

    expect(await leaseNow()).toMatchObject({ person: 'siv', toOn: null });
    const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
    expect(body.state).toBe('completed');
    expect(body.letters).toMatchObject([{ title: 'Leieavtalen din har ingen sluttdato lenger' }]);
    expect(body.letters[0].text).toContain('Husleia og resten av avtalen er som før.');
    expect(world.sentMail.map(({ to }) => to)).toEqual(expect.arrayContaining([expect.stringMatching(/^odd@/)]));
  }, 60_000);

  it('stays over where the tenant was asked to move in time, which two people have looked at after she was heard', async () => {
    await until('2026-12-01');
    const id = await caseId();
    const heard = { leierHort: 'ja', leierSier: 'Jeg vil bli.' };
    await createCaseworker(world, 'kari').does(id, 'Hør leieren: bli eller flytte?', heard);
    const wish = { videre: 'flytte', flytteGrunn: 'Huset skal rives.' };
    await createCaseworker(world, 'tor').does(id, 'Skal leieren bli boende?', wish);
    const yes = { flyttingGodkjent: 'ja', godkjenningGrunn: 'Enig.' };
    const ask = 'Skal vi be leieren om å flytte?';
    const same = await createCaseworker(world, 'tor').tries(id, ask, yes);
    expect([same.status, same.body.code]).toEqual([422, 'four-eyes']);

    await createCaseworker(world, 'liv').does(id, ask, yes);
    await until('2027-03-02');

    expect(await leaseNow()).toMatchObject({ toOn: '2026-11-30' });
    const [home] = (await world.ports.homes.reader.tenancies(idOf('trondheim'), 'leie-1')) ?? [];
    expect(home).toMatchObject({ moveRequestedOn: '2026-12-01', toOn: '2026-11-30' });
    const { body } = await world.as('siv').get('process-instances').expect(200);
    expect(body.items.map(({ process }: { process: string }) => process)).toContain('boligtildeling');
  }, 60_000);
});
