import { createCountReports } from './count-reports.js';
import { readNeedRules } from './need-rules.js';

const count = createCountReports(await readNeedRules('workflows/behov.json'));
const people = (boligtype: string, howMany: number) =>
  Array.from({ length: howMany }, (_, at) => ({ nr: at + 1, boligtype, meldtAvAndre: false }));

it('counts 5 flats and 2 houses; who checks reads no figure of 2, and no sum that it follows from', async () => {
  const rader = [...people('leilighet', 5), ...people('smahus', 2)];

  expect(await count({ variables: { rader } })).toEqual({
    telling: [
      { id: 'smahus', people: 2 },
      { id: 'leilighet', people: 5 },
    ],
    antallMeldt: 'Vises ikke, fordi noen av tallene er små',
    fordeling: ['Småhus: færre enn 5', 'Vanlig leilighet: 5'],
  });
});

it('shows the sum of 11 where no figure is small, and counts nobody whom another unit has reported', async () => {
  const others = people('hybel', 3).map((row) => ({ ...row, meldtAvAndre: true }));
  const rader = [...people('leilighet', 5), ...people('annen', 6), ...others];

  expect(await count({ variables: { rader } })).toMatchObject({
    antallMeldt: '11',
    fordeling: ['Vanlig leilighet: 5', 'Andre typer: 6'],
  });
});

it('says 0 of a unit that has reported nobody', async () => {
  expect(await count({ variables: { rader: [] } })).toEqual({ telling: [], antallMeldt: '0', fordeling: [] });
});
