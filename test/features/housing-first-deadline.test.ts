import { createTestWorld, type TestWorld } from '../support/test-world.js';

let world: TestWorld;
afterEach(() => world.stop());

const wish = { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-23' };
const reported = { aktuelt: true, meldtInnOn: '2026-11-24', innmeldingBegrunnelse: 'Vil ha ro.' };

describe('scenario 16: the answer is missing', () => {
  it('ten working days after 2026-11-24, on 2026-12-08: the team leader is told the day before, the office leader when the day is over', async () => {
    world = await createTestWorld('2026-11-24T08:00:00.000Z');
    const id = await world.start('siv', 'housing-first-inntak', 'kari', wish);
    await world.complete(id, 'vurder-om-aktuelt', 'kari', reported);

    await world.advance({ to: '2026-12-10T08:00:00.000Z' });

    const told = (await world.chronicle()).filter(({ rule }) => rule.startsWith('D22,'));
    expect(told.map(({ at, kind, who }) => `${at} ${kind} ${who}`)).toEqual([
      '2026-11-24 09:00 oppgave bst',
      '2026-12-05 08:00 påminnelse Bente Rønning',
      '2026-12-05 08:00 påminnelse Bjørn Moe',
      '2026-12-07 08:00 eskalering Bente Rønning',
      '2026-12-09 00:00 fristbrudd Liv Aune',
    ]);
    expect(await world.hasOpen(id, 'beskriv-behov')).toBe(true);
  });
});
