import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;

afterEach(() => world.stop());

/** Siv waits for a home since a Monday, 2027-01-04 where nothing else is said. */
async function sivWaits(since = '2027-01-04') {
  world = await createTestWorld(`${since}T07:00:00.000Z`);
  const id = await world.start('siv', 'boligtildeling', 'kari', {
    soker: 'siv',
    sokerNavn: 'Siv Dahl',
    mottattOn: since,
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

  it('scenario 1: that passes over somebody again and again is told to one leader after the other: 2 rounds, 3 rounds, 4 rounds', async () => {
    await sivWaits();

    await world.advance({ to: '2027-02-02T09:00:00.000Z' });

    expect(await notJudged()).toEqual([
      '2027-01-19 08:00 Bente Rønning',
      '2027-01-26 08:00 Liv Aune',
      '2027-02-02 08:00 Knut Haugen',
    ]);
    const mail = world.mails.find(({ to, subject }) => to === 'liv@boligflyt.test' && subject.includes('3 runder'));
    expect(mail?.text).toContain('tirsdag 12. januar 2027, tirsdag 19. januar 2027, tirsdag 26. januar 2027');
    // The chief executive's staff is told how many rounds, and nothing of whom.
    const staff = world.mails.find(({ to, subject }) => to === 'knut@boligflyt.test' && subject.includes('4 runder'));
    expect(staff?.text).toContain('ikke vurdert i de siste 4 rundene');
    expect(staff?.text).not.toMatch(/siv|dahl/i);
  });

  it('begins to count anew once somebody was looked at', async () => {
    await sivWaits();
    await world.advance({ to: '2027-01-12T09:00:00.000Z' });

    await judge('uendret');
    await world.advance({ to: '2027-01-26T09:00:00.000Z' });

    expect(await notJudged()).toEqual([]);
  });

  it('scenario 3: that falls on 17 May 2027 is held on the 18th, and the next one a week after the 17th: nobody loses a round', async () => {
    await sivWaits('2027-05-10');

    for (const day of ['2027-05-12', '2027-05-19', '2027-05-26']) {
      await world.advance({ to: `${day}T08:00:00.000Z` });
      await judge('uendret');
    }

    // Siv was in each of them, and none was counted as missed.
    const judged = await world.query<{ outcome: string }>(
      'select outcome from waiting_list_review order by reviewed_on',
    );
    expect([judged.map(({ outcome }) => outcome), await notJudged()]).toEqual([['uendret', 'uendret', 'uendret'], []]);

    const rounds = await world.query<{ on: string }>(
      `select to_char(started_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') as on from process_instance
       where definition_key = 'ventelisterunde' order by started_at`,
    );
    expect(rounds.map(({ on }) => on)).toEqual(['2027-05-11 09:00', '2027-05-18 09:00', '2027-05-25 09:00']);
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
