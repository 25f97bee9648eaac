import { instantOf } from '../../engine/index.js';
import type { InstantSpan, KostraFacts } from '../../runtime/figure-ports.js';
import type { FigureTable } from './figure-table.js';
import type { FigureSettings, KostraSettings } from './figure-settings.js';
import { suppress, suppressOne, suppressPart } from './suppress.js';

/** The calendar year in Norway. */
export const yearSpan = (year: number): InstantSpan => ({
  from: instantOf(`${year}-01-01`, '00:00'),
  until: instantOf(`${year + 1}-01-01`, '00:00'),
});

/** The list for KOSTRA: exact where the reader may see the cases behind it (`isExact`), else from five people on. */
export function kostraTables(
  facts: KostraFacts,
  { kostra, unknown }: Pick<FigureSettings, 'kostra' | 'unknown'>,
  isExact: boolean,
): readonly FigureTable[] {
  const people = (count: number): number | null => (isExact ? count : suppressOne(count));
  return [
    homeTable(facts.homes),
    ...peopleTables(facts, people),
    swapTable(facts, people),
    leaseTable(facts, kostra, isExact),
    ...kostra.support.map((asked) => supportTable(facts, { asked, unknown, isExact })),
  ];
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

const swapTable = ({ swaps }: KostraFacts, people: (count: number) => number | null): FigureTable => ({
  ...{ id: 'bytte', title: 'Bytte av bolig' },
  about: 'De som alt leier av kommunen. De er ikke med i søknadene og på ventelista over nye husstander.',
  columns: ['Antall'],
  rows: [
    { name: 'Bytteønsker i året', cells: [people(swaps.wishes)] },
    { name: 'Innvilget i året', cells: [people(swaps.granted)] },
    { name: 'Avslått i året', cells: [people(swaps.refused)] },
    { name: 'Ventet på ny bolig 31.12.', cells: [people(swaps.waiting)] },
  ],
});

function leaseTable({ leases }: KostraFacts, { shortLeaseName }: KostraSettings, isExact: boolean): FigureTable {
  const { lasting, fixedTerm, short, begun, prolonged } = leases;
  const part = (count: number, whole: number) => (isExact ? count : suppressPart(count, whole));
  const one = (count: number) => (isExact ? count : suppressOne(count));
  return {
    ...{ id: 'leieavtaler', title: 'Leieavtaler' },
    about: 'Slik boligregisteret var 31.12. En avtale regnes etter den leietida som er avtalt.',
    columns: ['Antall'],
    rows: [
      { name: 'Varte 31.12.', cells: [one(lasting)] },
      { name: 'Av dem tidsbestemte', cells: [part(fixedTerm, lasting)] },
      { name: shortLeaseName, cells: [part(short, fixedTerm)] },
      { name: 'Inngått i året', cells: [one(begun)] },
      { name: 'Tidsbestemte som ble forlenget, i året', cells: [one(prolonged)] },
    ],
  };
}

interface SupportAsked {
  readonly asked: KostraSettings['support'][number];
  readonly unknown: string;
  readonly isExact: boolean;
}

// All answers together are as many as the tasks that were done, which is told elsewhere: what is left would tell what is hidden.
function supportTable({ support }: KostraFacts, { asked, unknown, isExact }: SupportAsked): FigureTable {
  const { field, title, about, names } = asked;
  const told = support.filter((one) => one.field === field);
  const countOf = (answer: string | null) => told.find((one) => one.answer === answer)?.count ?? 0;
  const counts = [...Object.keys(names).map(countOf), countOf(null)];
  const cells = isExact ? counts : (suppress([counts]).parts[0] ?? []);
  return {
    ...{ id: field, title, about },
    columns: ['Antall'],
    rows: [...Object.values(names), unknown].map((name, at) => ({ name, cells: [cells[at] ?? null] })),
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);
