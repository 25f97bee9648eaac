import { readFile } from 'node:fs/promises';
import { ownWords } from './own-words.js';

const form = async (name: string) => JSON.parse(await readFile(`workflows/boligtildeling/${name}.form.json`, 'utf8'));

it('tells what was said in a mapping in the order of its form, and none of what was chosen from a list', async () => {
  const said = { onsker: 'Fred', behov: 'To rom', borNa: 'fengsel', utrygtNa: true, rettsgrunnlag: 'begge' };

  expect(ownWords(await form('kartlegging'), said)).toEqual([
    { question: 'Hva trenger søkeren?', text: 'To rom' },
    { question: 'Hva er viktig for søkeren?', text: 'Fred' },
  ]);
});

it('tells of an order what must be avoided and wished for, and not the group that the home is for', async () => {
  const said = { boliggruppe: 'rop', nattevakt: false, egenInngang: true, maUnnga: 'Sentrum', bestillingOnsker: '' };

  expect(ownWords(await form('bestilling'), said)).toEqual([{ question: 'Må unngå', text: 'Sentrum' }]);
});

it('is empty where the form is gone', () => {
  expect(ownWords(undefined, { onsker: 'Fred' })).toEqual([]);
});
