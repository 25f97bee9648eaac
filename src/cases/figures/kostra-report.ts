import { instantOf } from '../../engine/index.js';
import type { InstantSpan, KostraFacts } from '../../runtime/figure-ports.js';
import type { FigureTable } from './figure-table.js';
import { suppressOne } from './suppress.js';

/** The calendar year in Norway. */
export const yearSpan = (year: number): InstantSpan => ({
  from: instantOf(`${year}-01-01`, '00:00'),
  until: instantOf(`${year + 1}-01-01`, '00:00'),
});

/** The list for KOSTRA: exact where the reader may see the cases behind it (`isExact`), else from five people on. */
export function kostraTables(facts: KostraFacts, isExact: boolean): readonly FigureTable[] {
  return [homeTable(facts.homes), ...peopleTables(facts, (count) => (isExact ? count : suppressOne(count)))];
}

const homeTable = (homes: KostraFacts['homes']): FigureTable => ({
  ...{ id: 'boliger', title: 'Boliger kommunen disponerer 31.12.' },
  about: 'Hvert rom med egen leiekontrakt er én bolig. Boliger som er utgått, er ikke med.',
  columns: ['Antall', 'Tilgjengelig for rullestol'],
  rows: [
    ...homes.map((of) => ({ name: of.form, cells: [of.homes, of.wheelchair] })),
    ...(homes.length === 0
      ? []
      : [{ name: 'Alle', cells: [sumOf(homes.map((of) => of.homes)), sumOf(homes.map((of) => of.wheelchair))] }]),
  ],
});

const peopleTables = (facts: KostraFacts, people: (count: number) => number | null): readonly FigureTable[] => [
  {
    ...{ id: 'soknader', title: 'Søknader om kommunal bolig i året' },
    about: 'Nye søknader. Bytte og forlenget leie er ikke med. Svaret er det siste som ble gitt i året.',
    columns: ['Antall'],
    rows: [
      { name: 'Søknader', cells: [people(facts.applications)] },
      { name: 'Innvilget', cells: [people(facts.granted)] },
      { name: 'Avslått', cells: [people(facts.refused)] },
    ],
  },
  {
    ...{ id: 'venteliste', title: 'Venteliste 31.12.' },
    about: 'Nye husstander som hadde fått ja, og som ikke hadde flyttet inn.',
    columns: ['Antall'],
    rows: [{ name: 'Husstander', cells: [people(facts.waiting)] }],
  },
  {
    ...{ id: 'midlertidig', title: 'Midlertidig botilbud' },
    about: 'Etter sosialtjenesteloven § 27.',
    columns: ['Antall'],
    rows: [
      { name: 'Personer som fikk ja i året', cells: [people(facts.temporaryGranted)] },
      { name: 'Opphold som varte 31.12.', cells: [people(facts.temporaryStays)] },
    ],
  },
];

const sumOf = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);
