import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;

afterEach(() => world.stop());

/** Siv waits for a home since Monday 2027-01-04. */
async function sivWaits() {
  world = await createTestWorld('2027-01-04T07:00:00.000Z');
  const id = await world.start('siv', 'boligtildeling', 'kari', {
    soker: 'siv',
    sokerNavn: 'Siv Dahl',
    mottattOn: '2027-01-04',
  });
  await world.complete(id, 'kartlegg-behov', 'kari', {
    rettsgrunnlag: 'kommunal-bolig',
    behov: 'Et trygt sted',
    onsker: 'Nær bussen',
    trengerSamarbeidsmote: false,
  });
  await world.complete(id, 'fatt-vedtak', 'kari', {
    resultat: 'innvilget',
    vedtakBegrunnelse: 'Du har ikke et trygt sted å bo.',
    hjemmel: 'kommunal-bolig',
  });
  await world.complete(id, 'send-bestilling', 'kari', { boliggruppe: 'rus', nattevakt: false, egenInngang: true });
  return id;
}

async function judge(outcome: string): Promise<void> {
  for (const id of await world.casesOf('ventelisterunde')) {
    if (!(await world.hasOpen(id, 'vurder-oppforing'))) continue;
    await world.complete(id, 'vurder-oppforing', 'bjorn', { utfall: outcome, begrunnelse: 'Vurdert i runden' });
  }
}

const notJudged = async () => {
  const entries = (await world.chronicle()).filter(({ kind }) => kind === 'ikke vurdert');
  return entries.map(({ at, who }) => `${at} ${who}`);
};

describe('the weekly round', () => {
  it('reminds the team on Friday, tells its leader on Monday, and is skipped on Tuesday (D11)', async () => {
    await sivWaits();

    await world.advance({ to: '2027-01-12T09:00:00.000Z' });

    const told = (await world.chronicle()).filter(({ rule }) => rule === 'D11, frist 2027-01-12');
    expect(told.map(({ at, kind, who }) => `${at} ${kind} ${who}`)).toEqual([
      '2027-01-05 09:00 oppgave bst',
      '2027-01-08 08:00 påminnelse Bente Rønning',
      '2027-01-08 08:00 påminnelse Bjørn Moe',
      '2027-01-11 08:00 eskalering Bente Rønning',
    ]);
    expect(await world.sentTo('Bente Rønning')).toContain('2027-01-08 08:00 påminnelse');
  });

  it('begins to count anew once somebody was looked at', async () => {
    await sivWaits();
    await world.advance({ to: '2027-01-12T09:00:00.000Z' });

    await judge('uendret');
    await world.advance({ to: '2027-01-26T09:00:00.000Z' });

    expect(await notJudged()).toEqual([]);
  });
});

describe('an offer (D14)', () => {
  it('is answered within 7 days of reaching the person: reminded on days 3 and 6, told to the team when it is not, never lost by silence', async () => {
    const id = await sivWaits();
    await world.advance({ to: '2027-01-05T09:00:00.000Z' });
    await judge('tilbud');
    await world.complete(id, 'velg-boliger', 'bjorn', {
      boligerUtenfor: ['Leilighet på Moholt', 'Hybel på Rosenborg'],
      utenforBegrunnelse: 'Leies av en privat utleier',
      valgBegrunnelse: 'Egen inngang',
    });
    await world.complete(id, 'hold-visning', 'tor', { visningOn: '2027-01-05' });
    await world.complete(id, 'hold-visning', 'tor', { visningOn: '2027-01-05' });

    await world.advance({ to: '2027-01-14T09:00:00.000Z' });

    const told = (await world.chronicle()).filter(({ rule }) => rule.startsWith('D14,'));
    expect(told.map(({ at, kind, who, rule }) => `${at} ${kind} ${who} ${rule}`)).toEqual([
      '2027-01-05 10:00 oppgave Siv Dahl D14, frist 2027-01-12',
      '2027-01-08 08:00 påminnelse Siv Dahl D14, frist 2027-01-12',
      '2027-01-11 08:00 påminnelse Siv Dahl D14, frist 2027-01-12',
      '2027-01-13 00:00 fristbrudd Bente Rønning D14, frist 2027-01-12',
      '2027-01-13 00:00 fristbrudd Bjørn Moe D14, frist 2027-01-12',
    ]);
    expect(await world.hasOpen(id, 'kontakt-soker')).toBe(true);
    expect(await world.query('select instance from waiting_list_entry where left_at is null')).toHaveLength(1);
  });
});

describe('a restart', () => {
  it('in the middle of it all does nothing twice and loses nothing', async () => {
    await sivWaits();
    await world.advance({ to: '2027-01-11T09:00:00.000Z' });
    const mailsBefore = world.mails.length;

    await world.restart();
    await world.settle();
    expect(world.mails).toHaveLength(mailsBefore);

    await world.advance({ to: '2027-01-19T09:00:00.000Z' });
    expect(await notJudged()).toEqual(['2027-01-19 08:00 Bente Rønning']);
    expect(new Set(world.mails.map(({ key }) => key)).size).toBe(world.mails.length);
  });
});
