import { checkForm } from './check-form.js';
import { parseForm } from './form-schema.js';

const form = parseForm({
  $id: 'vedtak',
  type: 'object',
  properties: {
    utfall: {
      type: 'string',
      title: 'Utfall',
      oneOf: [
        { const: 'innvilget', title: 'Innvilget' },
        { const: 'avslag', title: 'Avslag' },
      ],
    },
    begrunnelse: { type: 'string', title: 'Begrunnelse', maxLength: 20 },
    mottatt: { type: 'string', title: 'Mottatt', format: 'date' },
    rom: { type: 'integer', title: 'Antall rom', minimum: 1 },
    onsker: { type: 'array', title: 'Ønsker', items: { type: 'string', enum: ['sentrum', 'egen inngang'] } },
  },
  required: ['utfall'],
  allOf: [
    { if: { properties: { utfall: { const: 'avslag' } }, required: ['utfall'] }, then: { required: ['begrunnelse'] } },
  ],
  additionalProperties: false,
});

it('takes a form that is filled in as it asks', () => {
  const values = {
    utfall: 'innvilget',
    begrunnelse: 'Bor for trangt',
    mottatt: '2028-02-29',
    rom: 2,
    onsker: ['sentrum'],
  };

  expect(checkForm(form, values)).toEqual([]);
});

it.each([
  ['a missing answer', {}, 'utfall', 'Fyll ut «Utfall».'],
  ['an empty answer', { utfall: '' }, 'utfall', 'Fyll ut «Utfall».'],
  ['an unknown field', { utfall: 'innvilget', assignee: 'kari' }, 'assignee', 'Skjemaet har ikke dette feltet.'],
  ['an answer that is no choice', { utfall: 'kanskje' }, 'utfall', 'Velg ett av svarene i listen.'],
  ['a number for a text', { utfall: 'innvilget', begrunnelse: 7 }, 'begrunnelse', 'Skriv en tekst.'],
  ['an object for a text', { utfall: 'innvilget', begrunnelse: { $gt: '' } }, 'begrunnelse', 'Skriv en tekst.'],
  [
    'a text that is too long',
    { utfall: 'innvilget', begrunnelse: 'x'.repeat(21) },
    'begrunnelse',
    'Teksten kan ha høyst 20 tegn.',
  ],
  [
    'a date that does not exist',
    { utfall: 'innvilget', mottatt: '2027-02-29' },
    'mottatt',
    'Skriv en dato som finnes: år-måned-dag.',
  ],
  ['half a room', { utfall: 'innvilget', rom: 1.5 }, 'rom', 'Skriv et helt tall.'],
  ['no room', { utfall: 'innvilget', rom: 0 }, 'rom', 'Tallet må være minst 1.'],
  [
    'a wish that is not in the list',
    { utfall: 'innvilget', onsker: ['slott'] },
    'onsker.0',
    'Velg ett av svarene i listen.',
  ],
])('refuses %s', (_, values, path, message) => {
  expect(checkForm(form, values)).toEqual([{ path, message }]);
});

it('asks for the reasons of a refusal, and of nothing else', () => {
  expect(checkForm(form, { utfall: 'innvilget' })).toEqual([]);
  expect(checkForm(form, { utfall: 'avslag' })).toEqual([{ path: 'begrunnelse', message: 'Fyll ut «Begrunnelse».' }]);
  expect(checkForm(form, { utfall: 'avslag', begrunnelse: 'Eier bolig' })).toEqual([]);
});
