import { answeredExceptions, begunExceptions } from './exception-kinds.js';

const kept = [
  { plass: 1, ventelisteId: 'sak-1', grunn: 'Trenger heis.' },
  { plass: 3, ventelisteId: 'sak-3', grunn: 'Er bortreist.' },
];

it.each([
  [
    'an offer of one home',
    'single-alternative',
    { kunEttAlternativ: true, kunEttBegrunnelse: 'Ingen annen.' },
    'Ingen annen.',
  ],
  ['two who stand above', 'passed-over', { forbigattMedGrunn: kept }, '1: Trenger heis.\n3: Er bortreist.'],
  [
    'a home of somebody else',
    'home-outside-register',
    { boligerUtenfor: ['Gate 1'], utenforBegrunnelse: 'Leies.' },
    'Leies.',
  ],
  ['a no to the place', 'place-to-sleep-refused', { avgjorelse: 'sa-nei', lederBegrunnelse: 'Sa nei.' }, 'Sa nei.'],
  [
    'an exempted checkpoint',
    'participation-exempted',
    { unntakGodkjent: true, unntakVurdering: 'Hørt i vår.' },
    'Hørt i vår.',
  ],
] as const)('%s is an exception, with its reason', (_, kind, answers, reason) => {
  expect(answeredExceptions[kind](answers)).toBe(reason);
});

it.each([
  ['single-alternative', { boliger: ['tun-1', 'tun-2'] }],
  ['passed-over', { forbigattMedGrunn: [] }],
  ['home-outside-register', { boliger: ['tun-1'], boligerUtenfor: [] }],
  ['place-to-sleep-refused', { avgjorelse: 'utsett', lederBegrunnelse: 'Ikke klart.' }],
  ['participation-exempted', { unntakGodkjent: false, unntakVurdering: 'Nei.' }],
] as const)('what is as the rule is, is none: %s', (kind, answers) => {
  expect(answeredExceptions[kind](answers)).toBeUndefined();
});

it('is emergency access whenever the case begins, with the reason of the list and the words', () => {
  const said = { grunn: 'Et barn trengte hjelp', forklaring: 'Naboen hørte rop.' };

  expect(begunExceptions['emergency-access'](said)).toBe('Et barn trengte hjelp. Naboen hørte rop.');
});
