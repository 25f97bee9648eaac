import { createCountReports } from './count-reports.js';
import { readNeedRules } from './need-rules.js';

const count = createCountReports(await readNeedRules('workflows/behov.json'));
const people = (boligtype: string, howMany: number) =>
  Array.from({ length: howMany }, (_, at) => ({ nr: at + 1, boligtype, meldtAvAndre: false }));

it('counts 5 flats and 2 houses; who checks reads which types, and that there are fewer than 10', async () => {
  const rader = [...people('leilighet', 5), ...people('smahus', 2)];

  expect(await count({ variables: { rader } })).toEqual({
    telling: [
      { id: 'smahus', people: 2 },
      { id: 'leilighet', people: 5 },
    ],
    antallMeldt: 'færre enn 10',
    fordeling: ['Småhus', 'Vanlig leilighet'],
  });
});

it('says 10 to 19 of 11 people, and counts nobody whom another unit has reported', async () => {
  const others = people('hybel', 3).map((row) => ({ ...row, meldtAvAndre: true }));
  const rader = [...people('leilighet', 5), ...people('annen', 6), ...others];

  expect(await count({ variables: { rader } })).toMatchObject({
    antallMeldt: '10 til 19',
    fordeling: ['Vanlig leilighet', 'Andre typer'],
  });
});

it('tells of three units nothing by which the published 8 becomes the 1 of the last of them', async () => {
  const checked = async (howMany: number) => ({
    ...(await count({ variables: { rader: people('hybel', howMany) } })),
    telling: 'is for the picture only',
  });

  expect(await checked(6)).toEqual(await checked(1));
});

it('says 0 of a unit that has reported nobody', async () => {
  expect(await count({ variables: { rader: [] } })).toEqual({ telling: [], antallMeldt: '0', fordeling: [] });
});
