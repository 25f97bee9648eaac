import { readHomeRequirements, requirementsOn } from '../homes/home-requirements.js';
import { matchesOf, parseVacancies } from './round-vacancies.js';

const kept = [
  { bygg: 'tun', navn: 'Tunet', grupper: ['rus'], vilkar: {}, egenskaper: ['egen inngang'], antall: 2 },
  { bygg: 'lade', navn: 'Lade', grupper: ['rus', 'rop'], vilkar: { kjonn: 'kvinne' }, egenskaper: [], antall: 1 },
];

it('says of each free home what speaks against it, by the rules that offers go by', async () => {
  const rules = requirementsOn(await readHomeRequirements('workflows/boligkrav.json'), '2026-11-24');
  const whyNot = (need: object) => matchesOf(rules, { ...need }, parseVacancies(kept)).map(({ why }) => why);

  expect(whyNot({ boliggruppe: 'rop', kjonn: 'kvinne' })).toEqual([
    ['Bygget er ikke for gruppa i bestillingen: rus og psykisk helse.'],
    [],
  ]);
  expect(whyNot({ boliggruppe: 'rus', egenInngang: true, bygg: 'tun' })).toEqual([
    [],
    [
      'Søkeren trenger egen inngang. Boligen har ikke det.',
      'Søkeren venter på et annet bygg.',
      'Bygget er bare for kvinner. Bestillingen sier ikke at søkeren er kvinne.',
    ],
  ]);
});

it('reads nothing out of what is no list', () => {
  expect(parseVacancies(null)).toEqual([]);
});
