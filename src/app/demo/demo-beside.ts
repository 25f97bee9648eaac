import type { JsonObject } from '../../shared/json.js';
import type { DemoStep } from './demo-step.js';

const done =
  (name: string, process: string) =>
  (step: { readonly on: string; readonly by: string; readonly task: string }, values: JsonObject): DemoStep => ({
    ...{ kind: 'complete', name, process, values },
    ...step,
  });

const stay = done('odd', 'midlertidig-botilbud');
const intake = done('rune', 'housing-first-inntak');

const stayOfOdd: readonly DemoStep[] = [
  {
    ...{ kind: 'start', on: '2026-10-29', name: 'odd-opphold', process: 'midlertidig-botilbud', by: 'nina' },
    variables: { soker: 'odd', sokerNavn: 'Odd Lund', meldtOn: '2026-10-29', kanal: 'nav' },
  },
  stay(
    { on: '2026-10-29', by: 'nina', task: 'vurder-behovet' },
    {
      ...{
        harStedASove: 'nei',
        husstand: 'mann',
        over18: true,
        egneOrd: 'Jeg har sovet hos folk, men nå er det slutt.',
      },
    },
  ),
  stay(
    { on: '2026-10-29', by: 'nina', task: 'fatt-vedtak' },
    {
      ...{ resultat: 'innvilget', vedtakBegrunnelse: 'Du har ikke et sted å sove i natt.' },
      ...{ stedstype: 'herberge', sted: 'Herberget', oppholdFraOn: '2026-10-29' },
    },
  ),
  stay(
    { on: '2026-10-30', by: 'nina', task: 'registrer-mottak' },
    { vedtakMottattOn: '2026-10-30', mottakBevis: 'muntlig' },
  ),
  stay({ on: '2026-11-12', by: 'nina', task: 'folg-oppholdet' }, { hendelse: 'ingen-endring' }),
  stay(
    { on: '2026-11-13', by: 'nina', task: 'gjennomga-dag-14' },
    {
      ...{ personenSier: 'Det er bråk om natta, men jeg får være i fred om dagen.' },
      ...{ varigBolig: 'Søknaden om kommunal bolig er kartlagt.', nesteStegOn: '2026-11-27' },
    },
  ),
];

const intakeOfRune: readonly DemoStep[] = [
  {
    ...{ kind: 'start', on: '2026-11-12', name: 'rune-hf', process: 'housing-first-inntak', by: 'rune' },
    variables: { soker: 'rune', sokerNavn: 'Rune Haug', mottattOn: '2026-11-12' },
  },
  intake(
    { on: '2026-11-16', by: 'kari', task: 'vurder-om-aktuelt' },
    {
      ...{ aktuelt: true, meldtInnOn: '2026-11-16' },
      innmeldingBegrunnelse: 'Vil bo for seg selv, og klarer det med folk som kommer innom.',
    },
  ),
  intake(
    { on: '2026-11-19', by: 'bjorn', task: 'beskriv-behov' },
    {
      ...{
        bolighistorie: 'Åtte steder på elleve år.',
        hfBehov: 'Noen å ringe om natta.',
        hfOnsker: 'En vanlig leilighet.',
      },
      ...{ boliggruppe: 'rus', egenInngang: true, kjonn: 'mann' },
    },
  ),
];

/**
 * What goes on beside two of the applications: Odd sleeps at Herberget by a decision of NAV (§ 27), which has gone through his stay on day 14 and will
 * again on day 30; and Rune has asked for Housing First, of which the team must hear within ten working days of 16 November.
 */
export const demoBeside = (): readonly DemoStep[] => [
  ...['housing-first-drofting', 'housing-first-inntak'].map((folder): DemoStep => ({
    kind: 'deploy',
    on: '2026-10-29',
    folder,
  })),
  ...stayOfOdd,
  ...intakeOfRune,
];
