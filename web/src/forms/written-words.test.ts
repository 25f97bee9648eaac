import { writtenWords } from './written-words.js';

const form = {
  properties: {
    boliggruppe: {
      type: 'string',
      title: 'Boligen skal passe for',
      oneOf: [{ const: 'rop', title: 'Rus og psykisk helse' }],
    },
    nattevakt: { type: 'boolean', title: 'Trenger nattevakt' },
    onsker: { type: 'string', title: 'Hva er viktig for søkeren?', maxLength: 4000 },
    utskrivesOn: { type: 'string', title: 'Skal skrives ut', format: 'date' },
    omrade: { type: 'string', title: 'Ønsket område' },
    tomter: { type: 'array', title: 'Tomter', items: { type: 'string' } },
  },
  required: ['nattevakt'],
};

it('tells what was written by what its fields are called, in the order of the form; what was left empty is left out', () => {
  const content = {
    tomter: ['Moholt', 'Lade'],
    utskrivesOn: '2026-12-01',
    onsker: 'Nær bussen.\nRo om natta.',
    nattevakt: false,
    boliggruppe: 'rop',
    omrade: '',
  };

  expect(writtenWords(form, content)).toEqual([
    { name: 'boliggruppe', label: 'Boligen skal passe for', kind: 'text', texts: ['Rus og psykisk helse'] },
    { name: 'nattevakt', label: 'Trenger nattevakt', kind: 'yes-no', texts: ['false'] },
    { name: 'onsker', label: 'Hva er viktig for søkeren?', kind: 'text', texts: ['Nær bussen.\nRo om natta.'] },
    { name: 'utskrivesOn', label: 'Skal skrives ut', kind: 'date', texts: ['2026-12-01'] },
    { name: 'tomter', label: 'Tomter', kind: 'text', texts: ['Moholt', 'Lade'] },
  ]);
});

it('keeps what was written where the form is not there any more', () => {
  expect(writtenWords(null, { behov: 'To rom' })).toEqual([
    { name: 'behov', label: 'behov', kind: 'text', texts: ['To rom'] },
  ]);
});
