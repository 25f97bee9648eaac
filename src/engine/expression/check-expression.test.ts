import { checkExpression } from './check-expression.js';

it.each([
  'svar = "ja"',
  'svar in ("ja", "nei")',
  'antall in [1..5]',
  'antall between 1 and 5',
  'for i in 1..1000 return i * 2',
  'some t in tilbud satisfies t.svar = "ja"',
  'tilbud[svar = "ja"][1].adresse',
  'date and time(tidspunkt) + duration("PT4H")',
  'years and months duration(fra, til)',
  'matches(postnummer, "^7[0-9]{3}$")',
  'split(grupper, " ")',
  'replace(telefon, "[^0-9]", "")',
  '{ navn: soknad.navn, "antall barn": barn }',
  'get value(soknad, "navn")',
  'not(innvilget) // fordi',
  'frist instance of date',
  '@"2026-12-24"',
])('%s may be evaluated', (source) => {
  expect(checkExpression(source)).toBeUndefined();
});

it('the time may be asked for only where the caller says so', () => {
  expect(checkExpression('now() + duration("P1D")', { mayAskTime: true })).toBeUndefined();
});

it.each([
  ['', 'empty'],
  ['svar =', 'character 7'],
  ['1 2', 'character 3'],
  ['svar == "ja"', 'equality'],
  ['now()', 'clock'],
  ['today ()', 'clock'],
  ['frist om 3', 'no spaces'],
  ['if svar', 'makes no sense'],
  ['ukjent dag', 'no spaces'],
  ['soknad.ukjent dag', 'no spaces'],
  ['eval("1")', "none called 'eval'"],
  ['soknad.tall(1)', 'called by its name'],
  ['(function(f) f(f))(function(f) f(f))', 'written in the expression'],
  ['matches(navn, monster)', 'pattern'],
  ['matches(input: navn, pattern: "a")', 'pattern'],
  ['matches(navn, "^(a+)+$")', 'simple pattern'],
  ['replace(navn, "(a|a)*$", "x")', 'simple pattern'],
  ['split(navn, "a*b*c*")', 'simple pattern'],
  ['count(for i in 1..1000000 return i)', '1000 steps'],
  ['for i in 1..antall return i', '1000 steps'],
  ['for i in [1..100000] return i', "only after 'in'"],
  ['count([1..100000])', "only after 'in'"],
  ['for a in x, b in x, c in x return 1', 'inside each other'],
  ['for a in x return for b in x return for c in x return 1', 'inside each other'],
  ['for i in 1..40 return concatenate(partial, partial)', 'belongs to FEEL'],
  ['{a: "x", b: a + a, c: b + b}', 'do not use each other'],
  ['('.repeat(61) + '1' + ')'.repeat(61), 'brackets'],
  ['"' + 'a'.repeat(1_000) + '"', '1000 characters'],
])('%s is refused: %s', (source, reason) => {
  expect(checkExpression(source)).toContain(reason);
});
