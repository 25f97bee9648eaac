import { correctionsIn } from './corrections-in.js';

const known = [
  { id: 'utrygtNa', kind: 'boolean', value: null },
  { id: 'barnIHusstanden', kind: 'boolean', value: true },
  { id: 'uegnetBolig', kind: 'boolean', value: true },
  { id: 'utskrivesOn', kind: 'date', value: '2026-12-01' },
  { id: 'paragraf27Siden', kind: 'date', value: '2026-10-01' },
] as const;

it('sends what was said otherwise only: a yes, a no, another day, and what is taken away as null', () => {
  const said = { utrygtNa: 'true', barnIHusstanden: 'true', uegnetBolig: 'false', utskrivesOn: '2026-12-09' };

  expect(correctionsIn(known, said)).toEqual({
    utrygtNa: true,
    uegnetBolig: false,
    utskrivesOn: '2026-12-09',
    paragraf27Siden: null,
  });
});

it('sends nothing where everything is as it was', () => {
  const asBefore = { barnIHusstanden: 'true', uegnetBolig: 'true' };

  expect(correctionsIn(known, { ...asBefore, utskrivesOn: '2026-12-01', paragraf27Siden: '2026-10-01' })).toEqual({});
});
