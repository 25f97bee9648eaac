import type { JsonObject } from '../../src/shared/json.js';

/** One thing that somebody does in a case; the case by its short name. */
export interface CrashStep {
  readonly name: string;
  /** The task's node, or `start` with the process to start. */
  readonly does: string;
  readonly process?: string;
  readonly by: string;
  readonly values: JsonObject;
}

/** What happens in the municipality: cases side by side, each with its own steps in order, until the clock is moved. */
export interface CrashDay {
  readonly cases: readonly (readonly CrashStep[])[];
  /** Then everything that falls due on the way there rings. */
  readonly until: string;
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

const unntakBegrunnelse = 'Brukerne er hørt om det samme i vår.';

const projectSteps = (name: string): readonly CrashStep[] => [
  { name, does: 'start', process: 'boligutvikling', by: 'per', values: { prosjekt: `Nye småhus, ${name}` } },
  { name, does: 'samle-behov', by: 'per', values: { mangler: 'Små hus' } },
  {
    ...{ name, does: 'inviter-til-medvirkning', by: 'per' },
    values: { handling: 'be-om-unntak', motedato: '2026-12-01', unntakBegrunnelse },
  },
  { name, does: 'behandle-unntak', by: 'knut', values: { unntakGodkjent: true, unntakVurdering: 'Godtatt.' } },
  { name, does: 'godkjenn-behovsbilde', by: 'knut', values: { behovsbilde: 'Ni hus', antallBoliger: 9 } },
];

const application = (name: string): CrashStep => ({
  ...{ name, does: 'start', process: 'boligtildeling', by: 'kari' },
  values: { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-25' },
});

const interimReply = (name: string): CrashStep => ({
  ...{ name, does: 'send-forelopig-svar', by: 'kari' },
  values: { forelopigSvar: 'send', forsinkelseGrunn: 'Vi mangler en uttalelse.', nySvardato: '2027-01-15' },
});

/** Three projects with a called checkpoint, six applications with letters; reminders, breaches and weekly rounds over Christmas. */
export const crashScript: readonly CrashDay[] = [
  {
    cases: [
      ...numbers(3).map((number) => projectSteps(`prosjekt-${number}`)),
      ...numbers(6).map((number) => [application(`soknad-${number}`)]),
    ],
    until: '2026-12-18T08:00:00.000Z',
  },
  { cases: numbers(3).map((number) => [interimReply(`soknad-${number}`)]), until: '2026-12-29T08:00:00.000Z' },
];

/** When the script begins. */
export const crashBegins = '2026-11-25T08:00:00.000Z';
