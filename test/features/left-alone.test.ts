import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestWorld('2027-01-04T08:00:00.000Z');
});
afterEach(() => world.stop());

/** Siv waits for a home since Monday 2027-01-04. */
async function sivWaits() {
  const id = await world.start('siv', 'boligtildeling', 'kari', {
    soker: 'siv',
    sokerNavn: 'Siv Dahl',
    mottattOn: '2027-01-04',
  });
  await world.complete(id, 'kartlegg-behov', 'kari', {
    ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'Et trygt sted', onsker: 'Nær bussen', trengerSamarbeidsmote: false },
  });
  await world.complete(id, 'fatt-vedtak', 'kari', {
    ...{ resultat: 'innvilget', vedtakBegrunnelse: 'Du har ikke et trygt sted å bo.' },
    hjemmel: 'kommunal-bolig',
  });
  await world.complete(id, 'send-bestilling', 'kari', { boliggruppe: 'rus', nattevakt: false, egenInngang: true });
  return id;
}

async function judge(): Promise<void> {
  for (const id of await world.casesOf('ventelisterunde')) {
    if (!(await world.hasOpen(id, 'vurder-oppforing'))) continue;
    await world.complete(id, 'vurder-oppforing', 'bjorn', { utfall: 'uendret', begrunnelse: 'Vurdert i runden' });
  }
}

const told = async (id: string) => {
  const rows = await world.query<{ said: string }>(
    `select to_char(at at time zone 'Europe/Oslo', 'YYYY-MM-DD') || ' ' || to_actor as said from notification
     where instance = $1 and kind = 'attention' order by at, to_actor`,
    [id],
  );
  return rows.map(({ said }) => said);
};

it('every process says how often somebody must look: an applicant, an appeal and a round 7 days, a meeting with users 14 days, a project a month', async () => {
  const declared = await world.query<{ key: string; attention: string | null }>(
    'select key, attention from definition order by key',
  );

  expect(declared.filter(({ attention }) => attention === null)).toEqual([]);
  expect(declared.map(({ key, attention }) => `${key} ${attention}`)).toEqual(
    expect.arrayContaining([
      'boligtildeling P7D',
      'boligutvikling P1M',
      'klage P7D',
      'medvirkningspunkt P14D',
      'ventelisterunde P7D',
    ]),
  );
});

it('an applicant who waits and whom nobody looks at is told of to her caseworker on day 7, leaders on days 14 and 21, the staff on day 28', async () => {
  const id = await sivWaits();

  await world.advance({ to: '2027-02-01T09:00:00.000Z' });

  expect(await told(id)).toEqual(['2027-01-11 kari', '2027-01-18 liv', '2027-01-25 liv', '2027-02-01 knut']);
});

it('nobody is disturbed while the three weeks in which Siv may appeal run; the case is done when they are over', async () => {
  const id = await world.start('siv', 'boligtildeling', 'kari', {
    soker: 'siv',
    sokerNavn: 'Siv Dahl',
    mottattOn: '2027-01-04',
  });
  await world.complete(id, 'kartlegg-behov', 'kari', {
    ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'Et trygt sted', onsker: 'Nær bussen', trengerSamarbeidsmote: false },
  });
  await world.complete(id, 'fatt-vedtak', 'kari', {
    ...{ resultat: 'avslag', vedtakBegrunnelse: 'Du har et sted å bo.', hjemmel: 'kommunal-bolig' },
  });
  await world.complete(id, 'godkjenn-vedtak', 'liv', { godkjent: true });
  await world.complete(id, 'registrer-mottak', 'kari', { vedtakMottattOn: '2027-01-04' });

  await world.advance({ to: '2027-01-25T09:00:00.000Z' });
  expect(await told(id)).toEqual([]);
  expect(await world.query('select id from case_untouched')).toEqual([]);
  await world.advance({ to: '2027-01-26T09:00:00.000Z' });

  expect(await told(id)).toEqual([]);
  expect(await world.query('select state from process_instance where id = $1', [id])).toEqual([{ state: 'completed' }]);
});

it('a weekly round that gives her an outcome is a look by whoever judged, written in her case once', async () => {
  const id = await sivWaits();

  await world.advance({ to: '2027-01-05T09:00:00.000Z' });
  await judge();
  await world.advance({ to: '2027-01-12T08:30:00.000Z' });
  await judge();

  expect(await told(id)).toEqual([]);
  const looks = await world.query<{ by: string; text: string; at: string }>(
    `select by, text, to_char(at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') as at from attention_note
     where instance = $1 order by at`,
    [id],
  );
  expect(looks).toEqual([
    { by: 'bjorn', text: 'Vurdert i ventelisterunden', at: '2027-01-05 10:00' },
    { by: 'bjorn', text: 'Vurdert i ventelisterunden', at: '2027-01-12 09:30' },
  ]);
});

it('a project that nobody looks at for a month is told of to its leader, then each month to the staff, never to the leader of an office', async () => {
  const id = await world.start('prosjekt', 'boligutvikling', 'per', { prosjekt: 'Nye småhus øst' });

  await world.advance({ to: '2027-04-04T09:00:00.000Z' });

  expect(await told(id)).toEqual(['2027-02-04 per', '2027-03-04 knut', '2027-04-04 knut']);
});
