import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { createTestDatabase } from '../support/test-database.js';
import { idOf } from '../../src/shared/id.js';

/** Siv has been offered two homes on Tuesday 2026-11-24; her answer is due a week later. */
async function offered(world: ApiWorld): Promise<string> {
  const [kari, bjorn, tor] = ['kari', 'bjorn', 'tor'].map((person) => createCaseworker(world, person));
  if (kari === undefined || bjorn === undefined || tor === undefined) throw new Error('Expected three people');
  const id = await kari.applicationOf('siv');
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Nær bussen' };
  await kari.does(id, 'Kartlegg behov med søker', { ...mapped, trengerSamarbeidsmote: false });
  const decision = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
  await kari.does(id, 'Fatt vedtak om kommunal bolig', decision);
  const order = { boliggruppe: 'rus', nattevakt: false, egenInngang: true };
  await kari.does(id, 'Send bestilling til boligsosialt team', order);
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-11-24T09:00:00.000Z' });
  const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
  await bjorn.does(await bjorn.caseWith(entry), entry, { utfall: 'tilbud', begrunnelse: 'Står uten bolig' });
  const boligerUtenfor = ['Leilighet på Moholt', 'Hybel på Rosenborg'];
  const outside = { boligerUtenfor, utenforBegrunnelse: 'Leies av en privat utleier' };
  await bjorn.does(id, 'Velg boliger til tilbudet', { ...outside, valgBegrunnelse: 'Egen inngang' });
  for (const home of boligerUtenfor) await tor.does(id, `Avtal og hold visning: ${home}`, { visningOn: '2026-11-24' });
  return id;
}

interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly text: string;
  readonly level: string;
}

async function journalOf(world: ApiWorld, id: string): Promise<readonly Entry[]> {
  return (await world.as('kari').get(`process-instances/${id}/journal`).expect(200)).body.items;
}

it('scenario 50: after 3 days without a server every timer rings once, in order, and the timeline says by how much it was late', async () => {
  const database = await createTestDatabase();
  const before = await createApiWorld({ database: { ...database, drop: async () => undefined } });
  const id = await offered(before);
  await before.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-11-29T23:00:00.000Z' });
  const known = await journalOf(before, id);
  expect(known.filter(({ text }) => text.includes('for sent'))).toEqual([]);
  const last = known.at(-1)?.seq ?? 0;
  await before.stop();

  const after = await createApiWorld({ database, now: '2026-12-02T23:00:00.000Z' });
  await after.settle();
  const rung = (await journalOf(after, id)).filter(({ seq, type }) => seq > last && type === 'TimerFired');
  // The offer and the application that it is a part of ring at the same moment, each in its own order.
  const [ofOffer, ofApplication] = [true, false].map((isOffer) =>
    rung.filter(({ text }) => text.includes('Svar') === isOffer).map(({ text, level, at }) => [text, level, at]),
  );
  expect(ofOffer).toEqual([
    ['Alarmen ringte: Svar på tilbudet, 2 døgn og 16 timer for sent.', 'milestone', '2026-12-02T23:00:00.000Z'],
    ['Alarmen ringte: Svar på tilbudet, 1 døgn for sent.', 'milestone', '2026-12-02T23:00:00.000Z'],
    ['Alarmen ringte: Svarfristen er ute, 16 timer for sent.', 'milestone', '2026-12-02T23:00:00.000Z'],
  ]);
  expect(ofApplication).toEqual([
    ['Alarmen ringte: Registrer når vedtaket kom fram, 2 døgn for sent.', 'milestone', '2026-12-02T23:00:00.000Z'],
  ]);
  const { body } = await after.as('bjorn').get('process-instances?process=ventelisterunde').expect(200);
  expect(body.items).toHaveLength(2);
  expect(await createCaseworker(after, 'bjorn').openTasks(id)).toContain('Ta kontakt med søker');

  const digest = await after.digest();
  await after.settle();
  expect(await after.digest()).toBe(digest);
  await after.stop();
});
