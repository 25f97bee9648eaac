import { errorsOf } from './form-errors.js';
import { fieldsOf } from './form-field.js';
import { emptyOf, fieldsAfter, initialValues, variablesOf } from './form-values.js';

const mapping = {
  type: 'object',
  properties: {
    rettsgrunnlag: {
      type: 'string',
      title: 'Hva gjelder søknaden?',
      oneOf: [{ const: 'begge', title: 'Begge deler' }],
    },
    behov: { type: 'string', title: 'Hva trenger søkeren?', maxLength: 10, 'x-widget': 'textarea' },
    antall: { type: 'integer', title: 'Hvor mange?', minimum: 1 },
    pris: { type: 'number', title: 'Pris' },
    besokOn: { type: 'string', format: 'date', title: 'Dato' },
    mote: { type: 'boolean', title: 'Trengs møte?' },
    gjennomlest: { type: 'boolean', title: 'Lest gjennom' },
    tomter: { type: 'array', title: 'Tomter', items: { type: 'string' }, minItems: 2, maxItems: 3 },
    bolig: { type: 'string', title: 'Bolig', readOnly: true },
  },
  required: ['rettsgrunnlag', 'behov', 'antall', 'mote'],
};
const fields = fieldsOf(mapping);
const filled = {
  rettsgrunnlag: 'begge',
  behov: ' Egen inngang ',
  antall: '2',
  pris: '12,5',
  besokOn: '',
  mote: 'false',
  gjennomlest: '',
  tomter: 'Lade\n\n Ranheim ',
  bolig: 'Ladeveien 4',
};

it('draws a field by its type: menus, areas, dates, a question that must be answered, a box that may be ticked', () => {
  expect(fields.map(({ kind }) => kind)).toEqual([
    'choice',
    'textarea',
    'integer',
    'number',
    'date',
    'yes-no',
    'check',
    'list',
    'text',
  ]);
});

it('opens with what is known, one line for each text of a list', () => {
  const values = initialValues(fields, { antall: 3, tomter: ['Lade', 'Ranheim'], mote: true });

  expect(values).toMatchObject({ antall: '3', tomter: 'Lade\nRanheim', mote: 'true', behov: '' });
});

it('sends typed values, Norwegian decimals too, without what is empty and what may only be read', () => {
  expect(variablesOf(fields, filled)).toEqual({
    rettsgrunnlag: 'begge',
    behov: 'Egen inngang',
    antall: 2,
    pris: 12.5,
    mote: false,
    gjennomlest: false,
    tomter: ['Lade', 'Ranheim'],
  });
});

it('finds what is missing, too long, too few or no number, in the order of the fields', () => {
  const values = { ...filled, rettsgrunnlag: '', behov: 'x'.repeat(11), antall: 'to', mote: '', tomter: 'Lade' };

  expect(errorsOf(fields, values).map(({ path, code, limit }) => [path, code, limit])).toEqual([
    ['rettsgrunnlag', 'choice', undefined],
    ['behov', 'tooLong', 10],
    ['antall', 'number', undefined],
    ['mote', 'choice', undefined],
    ['tomter', 'few', 2],
  ]);
});

it.each([
  ['0', 'minimum'],
  ['1,5', 'integer'],
  ['', 'required'],
])('says of %j housemates: %s', (antall, code) => {
  expect(errorsOf(fields, { ...filled, behov: 'Inngang', antall }).map((error) => error.code)).toEqual([code]);
});

it('asks which home only after a yes', () => {
  const offer = fieldsOf({
    properties: {
      svar: { type: 'string', oneOf: [{ const: 'ja' }, { const: 'nei' }] },
      valgtBolig: { type: 'string' },
    },
    required: ['svar'],
    allOf: [{ if: { properties: { svar: { const: 'ja' } }, required: ['svar'] }, then: { required: ['valgtBolig'] } }],
  });
  const missingAfter = (svar: string) =>
    errorsOf(fieldsAfter(offer, { svar, valgtBolig: '' }), { svar, valgtBolig: '' }).map(({ path }) => path);

  expect(missingAfter('ja')).toEqual(['valgtBolig']);
  expect(missingAfter('nei')).toEqual([]);
});

it('asks when contact was tried only of who is taken off the list because nobody reaches them, and sends nothing of it otherwise', () => {
  const round = fieldsOf({
    properties: {
      utfall: { type: 'string', oneOf: [{ const: 'uendret' }, { const: 'ut' }] },
      utGrunn: { type: 'string', oneOf: [{ const: 'far-ikke-tak' }], 'x-asked-after': { utfall: 'ut' } },
      forsok1On: { type: 'string', format: 'date', 'x-asked-after': { utfall: 'ut', utGrunn: 'far-ikke-tak' } },
    },
  });
  const written = (utfall: string) => ({ utfall, utGrunn: 'far-ikke-tak', forsok1On: '2026-11-02' });
  const sentAfter = (utfall: string) => variablesOf(fieldsAfter(round, written(utfall)), written(utfall));

  expect(sentAfter('ut')).toEqual(written('ut'));
  expect(sentAfter('uendret')).toEqual({ utfall: 'uendret' });
});

it('asks for the cause after any of the answers by which a decision is changed, and after no other', () => {
  const appeal = fieldsOf({
    properties: {
      nyVurdering: { type: 'string', oneOf: [{ const: 'omgjort' }, { const: 'delvis' }, { const: 'fastholdt' }] },
      endretFordi: { type: 'string', 'x-asked-after': { nyVurdering: ['omgjort', 'delvis'] } },
    },
  });
  const askedAfter = (nyVurdering: string) => fieldsAfter(appeal, { nyVurdering }).map(({ name }) => name);

  expect(['omgjort', 'delvis'].map(askedAfter)).toEqual(
    [appeal, appeal].map((fields) => fields.map(({ name }) => name)),
  );
  expect(askedAfter('fastholdt')).toEqual(['nyVurdering']);
});

it.each([
  [['Gamle Oslovei 91', 'Småhus tun 3'], 'choice', ['Gamle Oslovei 91', 'Småhus tun 3']],
  [[], 'text', []],
  [undefined, 'text', []],
])('of the homes %j it makes a %s', (alternativer, kind, homes) => {
  const properties = { valgtBolig: { type: 'string', 'x-choices-from': 'alternativer' } };
  const [field] = fieldsOf({ properties }, { alternativer });

  expect([field?.kind, field?.choices.map(({ value }) => value)]).toEqual([kind, homes]);
});

it('empties by name what may be left empty, and neither what must be answered nor what is never empty', () => {
  const text = { kind: 'text', label: 'Navn', choices: [] } as const;
  const asked = [
    { ...text, name: 'navn', required: true },
    { ...text, name: 'koboId', required: false },
    { ...text, name: 'rullestol', required: false, kind: 'check' },
  ] as const;

  expect(emptyOf(asked)).toEqual({ koboId: null });
});
