import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;

afterEach(() => world.stop());

describe('the interim reply (D02)', () => {
  it('for an application received 2026-11-25 is asked for a week before 2026-12-24, reminded of on 22 December, and told to the leader when the day is over', async () => {
    world = await createTestWorld('2026-11-25T08:00:00.000Z');
    await world.start('siv', 'boligtildeling', 'kari', {
      soker: 'siv',
      sokerNavn: 'Siv Dahl',
      mottattOn: '2026-11-25',
    });

    await world.advance({ to: '2026-12-29T08:00:00.000Z' });

    const told = (await world.chronicle()).filter(({ rule }) => rule.startsWith('D02'));
    expect(told.map(({ at, kind, who, rule }) => [at, kind, who, rule])).toEqual([
      ['2026-12-17 08:00', 'oppgave', 'hvk', 'D02, frist 2026-12-24'],
      ['2026-12-22 08:00', 'påminnelse', 'Kari Nordli', 'D02, frist 2026-12-24'],
      ['2026-12-22 08:00', 'påminnelse', 'Liv Aune', 'D02, frist 2026-12-24'],
      ['2026-12-25 00:00', 'fristbrudd', 'Liv Aune', 'D02, frist 2026-12-24'],
    ]);
  });
});
