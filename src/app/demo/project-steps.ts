import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import type { DemoStep } from './demo-step.js';

/** A housing project begins. */
export const start = (on: LocalDate, name: string, prosjekt: string): DemoStep => ({
  ...{ kind: 'start', on, name, process: 'boligutvikling', by: 'per' },
  variables: { prosjekt },
});

/** A task and what was answered. */
export type DoneTask = readonly [task: string, values: JsonObject];

/** Completes tasks of one project, as one person. */
export const doneBy =
  (name: string, by: string) =>
  (on: LocalDate, [task, values]: DoneTask): DemoStep => ({
    ...{ kind: 'complete', on, name, task, by, values },
  });

/** The answers of an invitation to take part. */
export const invitation = (motedato: LocalDate, sporsmal: string): JsonObject => ({
  ...{ handling: 'inviter', motedato, moteklokke: '17.00', form: 'liten-gruppe', sporsmal },
  motested: 'Treffstedet i Olav Tryggvasons gate',
  honorar: true,
});

/** When people are asked, when they meet, and what came of it. */
interface Participation {
  readonly asked: LocalDate;
  readonly met: LocalDate;
  readonly noted: LocalDate;
  readonly question: string;
  readonly said: string;
  readonly became: readonly ['fulgt' | 'delvis' | 'ikke', string];
}

/** One participation checkpoint from invitation to what came of it. */
export function participation(name: string, told: Participation): readonly DemoStep[] {
  const { asked, met, noted, question, said, became } = told;
  const per = doneBy(name, 'per');
  const berit = doneBy(name, 'berit');
  return [
    per(asked, ['inviter-til-medvirkning', invitation(met, question)]),
    berit(asked, ['svar-pa-invitasjon', { svar: 'deltar', melding: 'Jeg kommer, og tar med to beboere.' }]),
    per(met, ['hold-medvirkning', { gjennomfortOn: met, antallDeltakere: 4, honorarAvtalt: true }]),
    per(noted, ['registrer-innspill', { innspill: said, innflytelse: became[0], innflytelseBegrunnelse: became[1] }]),
  ];
}

/** How many wait, and for what. */
export const need = (antallVenter: number, mangler: string): DoneTask => ['samle-behov', { antallVenter, mangler }];
/** The picture of the need, approved. */
export const picture = (behovsbilde: string, antallBoliger: number): DoneTask => [
  'godkjenn-behovsbilde',
  { behovsbilde, antallBoliger },
];
/** The proposal to the politicians. */
export const proposal = (saksframlegg: string): DoneTask => [
  'skriv-saksframlegg',
  { saksframlegg, innstilling: 'Kommunedirektøren tilrår at prosjektet går videre.' },
];
/** The decision in principle. */
export const principle = (politiskSak: string): DoneTask => [
  'registrer-prinsippvedtak',
  { politiskSak, prinsippvedtak: 'ja', prinsippvilkar: ['Hver bolig har egen inngang.'] },
];
