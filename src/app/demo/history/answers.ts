import { listOf } from '../../../shared/json.js';
import type { JsonObject } from '../../../shared/json.js';
import type { LocalDate } from '../../../shared/time.js';
import { draw, drawOne } from './draw.js';

/** What is known where a task of the past is done. */
export interface Occasion {
  /** Names the task among all of the past. */
  readonly key: string;
  readonly on: LocalDate;
  /** What the form shows of the case. */
  readonly known: JsonObject;
  /** The homes of the register that may be offered, where some are to be. */
  readonly vacant: readonly string[];
}

/** How a task of the past is done: after how many days, and what is answered beyond the plainest that its form takes. */
export interface Habit {
  readonly days: readonly [least: number, most: number];
  /** Who does it, where it is not whoever does the group's work otherwise: a second pair of eyes. */
  readonly by?: string;
  readonly answer?: (occasion: Occasion) => JsonObject;
}

/** What is done with a task that no habit is known of. */
export const plainHabit: Habit = { days: [2, 6] };

// One refusal in nine, so that appeals and alternatives have a past, too.
const decision = ({ key }: Occasion): JsonObject => {
  const refused = draw(`${key}/avslag`) < 0.11;
  return {
    hjemmel: 'kommunal-bolig',
    resultat: refused ? 'avslag' : 'innvilget',
    boligtype: drawOne(`${key}/type`, [
      'Leilighet med base i nærheten',
      'Småhus',
      'Ettroms leilighet',
      'Bolig i bofellesskap',
    ]),
    ...{ boligstorrelse: '35–45 m²', leieperiode: 'tre år' },
    vedtakBegrunnelse: refused
      ? 'Du har en bolig du kan bo i nå. Vi kan hjelpe deg med bostøtte og startlån.'
      : 'Du mangler bolig og klarer ikke å skaffe en selv nå.',
  };
};

const order = ({ key }: Occasion): JsonObject => ({
  boliggruppe: drawOne(`${key}/gruppe`, ['rus', 'rus', 'rop', 'psykisk-helse', 'annet']),
  nattevakt: draw(`${key}/nattevakt`) < 0.3,
  egenInngang: draw(`${key}/inngang`) < 0.5,
  omrade: drawOne(`${key}/omrade`, ['Øst', 'Sentrum', 'Heimdal', 'Hele byen']),
});

// What the municipality rents of others, when none of its own is left.
const rented = [
  'Leilighet på Lademoen',
  'Leilighet på Moholt',
  'Hybel på Rosenborg',
  'Leilighet på Saupstad',
  'Hus på Byåsen',
];

// The first two homes of each building are left for those whose story is written, and for whoever tries the demo.
const isOfThePast = (home: string): boolean => !/-0[12]$/.test(home);

const alternatives = ({ key, vacant }: Occasion): JsonObject => {
  const count = drawOne(`${key}/antall`, [1, 2, 2, 2, 3, 3, 5]);
  const own = drawSome(`${key}/bolig`, vacant.filter(isOfThePast), count);
  const others = own.length === 0 ? drawSome(`${key}/bolig`, rented, count) : [];
  const isOnlyOne = own.length + others.length === 1;
  return {
    ...(own.length > 0 && { boliger: own }),
    ...(others.length > 0 && {
      boligerUtenfor: others,
      utenforBegrunnelse: 'Ingen av kommunens egne boliger passer nå. Vi leier av en privat utleier.',
    }),
    kunEttAlternativ: isOnlyOne,
    ...(isOnlyOne && { kunEttBegrunnelse: 'Vi har bare én ledig bolig som passer for deg nå.' }),
    valgBegrunnelse: 'Passer med behovet. De som står høyere, trenger base eller bor et annet sted i byen.',
  };
};

/** So many of a list, or all of it, from a drawn place on. */
function drawSome(key: string, from: readonly string[], count: number): readonly string[] {
  const first = Math.floor(draw(key) * from.length);
  return [...from.slice(first), ...from.slice(0, first)].slice(0, count);
}

const answer = ({ key, known }: Occasion): JsonObject =>
  draw(`${key}/svar`) < 0.18
    ? { svar: 'nei', svarBegrunnelse: 'Jeg vil bo nærmere familien.', opplevdPress: draw(`${key}/press`) < 0.2 }
    : { svar: 'ja', valgtBolig: listOf(known['alternativer'])[0] ?? '', opplevdPress: draw(`${key}/press`) < 0.05 };

/**
 * How the work of the past was done, by the task's node. Most in time: one in twenty-five is left lying far too long, so that
 * reminders, escalations and missed deadlines have a past as well.
 */
export const habits: Readonly<Record<string, Habit>> = {
  'kartlegg-behov': {
    days: [5, 13],
    answer: () => ({
      ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'Et varig sted å bo.', onsker: 'Egen inngang, nær butikk og buss.' },
      ...{ gjennomlest: true, trengerSamarbeidsmote: false },
    }),
  },
  'hold-samarbeidsmote': { days: [3, 8], answer: () => ({ avklart: true }) },
  'fatt-vedtak': { days: [6, 16], answer: decision },
  'godkjenn-vedtak': { days: [0, 2], by: 'liv', answer: () => ({ godkjent: true }) },
  'send-forelopig-svar': {
    days: [1, 4],
    answer: () => ({ forelopigSvar: 'send', forsinkelseGrunn: 'Vi trenger mer tid til å kartlegge.' }),
  },
  'registrer-mottak': { days: [1, 4], answer: ({ on }) => ({ vedtakMottattOn: on, mottakBevis: 'digitalt' }) },
  'send-bestilling': { days: [1, 5], answer: order },
  'velg-boliger': { days: [0, 3], answer: alternatives },
  'hold-visning': { days: [1, 8], answer: ({ on }) => ({ visningOn: on, visningMerknad: 'Låsen virker.' }) },
  'svar-pa-tilbud': { days: [0, 7], answer },
  'tildel-bolig': {
    days: [0, 3],
    answer: () => ({ tildelt: true, lederEnig: true, tildelingBegrunnelse: 'Passer med dem som bor der.' }),
  },
  'kontakt-den-som-venter': {
    days: [1, 9],
    answer: ({ on }) => ({ sisteKontaktOn: on, fortsattOnske: true }),
  },
  'skriv-leiekontrakt': { days: [2, 6], answer: ({ on }) => ({ kontraktOn: on, leieFraOn: on }) },
  'hold-innflytting': { days: [2, 8], answer: ({ on }) => ({ innflyttetOn: on, laserVirker: true }) },
};

/** Days that a task lies before it is done. */
export function daysOf({ days: [least, most] }: Habit, key: string): number {
  const late = draw(`${key}/glemt`) < 0.04 ? 40 : 0;
  return least + Math.floor(draw(`${key}/dager`) * (most - least + 1)) + late;
}
