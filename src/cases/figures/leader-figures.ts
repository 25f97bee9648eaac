import { localDateOf } from '../../engine/index.js';
import type { AnswerCount, CheckpointCount, FigureReader, InstantSpan } from '../../runtime/figure-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { DeadlineFigures, MissedByRule } from '../../runtime/read-ports.js';
import { isOfOnePerson } from '../participation/who-was-heard.js';
import type { FigureTable } from './figure-table.js';
import type { FigureSettings } from './figure-settings.js';
import { suppress, suppressOne } from './suppress.js';
import { waitsOf, waitTables } from './waits.js';

/** Where figures for leaders are from. */
export interface FigureParts {
  readonly figures: FigureReader;
  readonly deadlineFigures: DeadlineFigures;
  readonly settings: FigureSettings;
  /** What a rule of the deadline register is called. */
  readonly ruleName: (rule: string) => string;
}

/** The figures of a municipality for leaders, of a time that may still run: nothing that tells of fewer than five people. */
export async function leaderFigures(
  parts: FigureParts,
  tenant: TenantId,
  span: InstantSpan,
): Promise<readonly FigureTable[]> {
  const { figures, deadlineFigures, settings, ruleName } = parts;
  // The last moment of the span is of its last day.
  const days = { from: localDateOf(span.from), to: localDateOf(new Date(Date.parse(span.until) - 1).toISOString()) };
  const fields = { need: settings.need.field, origin: settings.origin.field };
  const [moves, offers, pressure, contacts, rounds, checkpoints, missed] = await Promise.all([
    figures.listMoves(tenant, span.until, fields),
    figures.offers(tenant, span, settings.alternatives),
    figures.answers(tenant, span, settings.pressure),
    figures.kept(tenant, span, settings.contactRules),
    figures.rounds(tenant, span),
    figures.checkpoints(tenant, span, settings.checkpointAnswers),
    deadlineFigures.missed(tenant, days),
  ]);
  return [
    ...waitTables(waitsOf(moves, span, settings.housedReason), settings),
    offerTable(offers),
    pressureTable(pressure),
    contactTable(contacts),
    roundTable(rounds),
    checkpointTable(checkpoints, settings),
    missedTable(missed, ruleName),
  ];
}

const offersWith = (offers: readonly number[]): readonly number[] => {
  const several = offers.filter((homes) => homes >= 2).length;
  return [several, offers.length - several];
};

function offerTable(offers: readonly number[]): FigureTable {
  const names = ['To eller flere boliger å velge mellom', 'Én bolig'];
  return {
    ...{ id: 'valg', title: 'Tilbud med noe å velge mellom' },
    about: 'Tilbud om bolig i perioden.',
    ...sharesOf(names, offersWith(offers)),
  };
}

/** How many who answered an offer said that they felt pressed to. */
export function pressureTable(answers: readonly AnswerCount[]): FigureTable {
  const countOf = (some: readonly AnswerCount[]) => some.reduce((sum, { count }) => sum + count, 0);
  const pressed = countOf(answers.filter(({ answer }) => answer === 'true'));
  return {
    ...{ id: 'press', title: 'Opplevd press i tilbud' },
    about: 'Svar på tilbud i perioden. Det er frivillig å si fra.',
    ...sharesOf(['Følte seg presset til å svare', 'Sa ikke fra om press'], [pressed, countOf(answers) - pressed]),
  };
}

const contactTable = ({ kept, missed }: { readonly kept: number; readonly missed: number }): FigureTable => ({
  ...{ id: 'kontakt', title: 'Kontakt med dem som venter' },
  about: 'Kontakt som skulle vært tatt i perioden, etter frist.',
  ...sharesOf(['I tide', 'For sent eller ikke'], [kept, missed]),
});

function sharesOf(names: readonly string[], counts: readonly number[]): Pick<FigureTable, 'columns' | 'rows'> {
  const { total, parts } = suppress([counts]);
  const all = counts.reduce((one, other) => one + other, 0);
  if (all === 0) return { columns: ['Antall', 'Prosent'], rows: [] };
  const shown = parts[0] ?? [];
  const percent = (count: number | null) => (count === null ? null : Math.round((100 * count) / all));
  return {
    columns: ['Antall', 'Prosent'],
    rows: [
      ...names.map((name, place) => ({ name, cells: [shown[place] ?? null, percent(shown[place] ?? null)] })),
      { name: 'Alle', cells: [total, total === null ? null : 100] },
    ],
  };
}

// Rounds and checkpoints of projects are not people: nobody is recognised by how many there were.
const roundTable = ({
  complete,
  incomplete,
}: {
  readonly complete: number;
  readonly incomplete: number;
}): FigureTable => ({
  ...{ id: 'runder', title: 'Ukentlige runder' },
  about: 'Runder der alle som ventet, ble vurdert, og runder der noen ikke ble det.',
  columns: ['Antall'],
  rows:
    complete + incomplete === 0
      ? []
      : [
          { name: 'Alle vurdert', cells: [complete] },
          { name: 'Noen ikke vurdert', cells: [incomplete] },
        ],
});

/** Participation, by checkpoint: figures of single people (MP-A) without what tells of fewer than five of them. */
export function checkpointTable(
  counts: readonly CheckpointCount[],
  { checkpointOutcomes }: Pick<FigureSettings, 'checkpointOutcomes'>,
): FigureTable {
  const outcomes = Object.entries(checkpointOutcomes);
  const codes = [...new Set(counts.map(({ code }) => code))];
  const countOf = (code: string, outcome: string) =>
    counts.find((one) => one.code === code && one.outcome === outcome)?.count ?? 0;
  return {
    ...{ id: 'medvirkning', title: 'Medvirkning' },
    about: 'Medvirkningspunkter som ble avsluttet i perioden. MP-A er om enkeltpersoner.',
    columns: outcomes.map(([, name]) => name),
    rows: codes.map((code) => {
      const ofCode = outcomes.map(([outcome]) => countOf(code, outcome));
      return { name: code, cells: isOfOnePerson(code) ? (suppress([ofCode]).parts[0] ?? []) : ofCode };
    }),
  };
}

const missedTable = (missed: readonly MissedByRule[], ruleName: FigureParts['ruleName']): FigureTable => ({
  ...{ id: 'frister', title: 'Brutte frister' },
  about: 'Oppgaver som ikke ble gjort i tide, etter regel. Kommunens eget mål, og lovens frist.',
  columns: ['Mål', 'Lov'],
  rows: missed.map(({ rule, target, legal }) => ({
    name: `${rule} ${ruleName(rule)}`,
    cells: [suppressOne(target), suppressOne(legal)],
  })),
});
