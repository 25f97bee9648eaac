import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import type { DemoStep } from './demo-step.js';

/** How far an application has come: every date that is given is a day on which its step was done. */
interface Application {
  readonly person: string;
  readonly fullName: string;
  readonly applied: LocalDate;
  readonly needs: string;
  readonly wishes: string;
  readonly mapped?: LocalDate;
  readonly interim?: LocalDate;
  readonly decided?: LocalDate;
  readonly received?: LocalDate;
  readonly ordered?: LocalDate;
  readonly chosen?: LocalDate;
  /** Two vacant homes of the register, the first of which is taken: numbers of tun. */
  readonly tun?: readonly [number, number];
  readonly viewed?: LocalDate;
  readonly answered?: LocalDate;
  readonly allocated?: LocalDate;
  readonly leased?: LocalDate;
  readonly movedIn?: LocalDate;
  readonly servicesDecided?: LocalDate;
}

type Work = readonly [by: string, task: string, values: JsonObject];

type DatedWork = readonly [LocalDate | undefined, Work];

const decisionWorks = ({ needs, wishes, ...dates }: Application): readonly DatedWork[] => [
  [
    dates.mapped,
    [
      'kari',
      'kartlegg-behov',
      {
        rettsgrunnlag: 'kommunal-bolig',
        behov: needs,
        onsker: wishes,
        gjennomlest: true,
        trengerSamarbeidsmote: false,
      },
    ],
  ],
  [
    dates.interim,
    [
      'kari',
      'send-forelopig-svar',
      { forelopigSvar: 'send', forsinkelseGrunn: 'Vi trenger mer tid til å kartlegge.', nySvardato: '2026-11-30' },
    ],
  ],
  [
    dates.decided,
    [
      'kari',
      'fatt-vedtak',
      {
        ...{ resultat: 'innvilget', boligtype: 'Leilighet med base i nærheten', boligstorrelse: '35–45 m²' },
        ...{ leieperiode: 'tre år', hjemmel: 'kommunal-bolig' },
        vedtakBegrunnelse: 'Du mangler bolig og klarer ikke å skaffe en selv nå.',
      },
    ],
  ],
];

// The first house of each tun has number 01.
const homeOf = (tun: number) => ({ id: `smh-${tun}-01`, name: `Småhus tun ${tun}, bolig 01` });

const offerWorks = ({ person, tun: [first, second] = [0, 0], ...dates }: Application): readonly DatedWork[] => [
  [dates.received, ['kari', 'registrer-mottak', { vedtakMottattOn: dates.received ?? '', mottakBevis: 'digitalt' }]],
  [
    dates.ordered,
    ['kari', 'send-bestilling', { boliggruppe: 'rus', nattevakt: false, egenInngang: true, omrade: 'Øst' }],
  ],
  [
    dates.chosen,
    [
      'bjorn',
      'velg-boliger',
      { boliger: [homeOf(first).id, homeOf(second).id], valgBegrunnelse: 'Begge har egen inngang.' },
    ],
  ],
  [dates.viewed, ['tor', 'hold-visning', { visningOn: dates.viewed ?? '', visningMerknad: 'Låsen virker.' }]],
  [dates.answered, [person, 'svar-pa-tilbud', { svar: 'ja', valgtBolig: homeOf(first).name, opplevdPress: false }]],
];

const movingWorks = ({ tun: [first] = [0, 0], ...dates }: Application): readonly DatedWork[] => [
  [
    dates.allocated,
    [
      'bjorn',
      'tildel-bolig',
      {
        valgtBolig: homeOf(first).name,
        tildelt: true,
        lederEnig: true,
        tildelingBegrunnelse: 'Passer med dem som bor der.',
      },
    ],
  ],
  [dates.leased, ['tor', 'skriv-leiekontrakt', { kontraktOn: dates.leased ?? '', leieFraOn: dates.leased ?? '' }]],
  [dates.movedIn, ['tor', 'hold-innflytting', { innflyttetOn: dates.movedIn ?? '', laserVirker: true }]],
];

const servicesSteps = ({ person, movedIn = '', servicesDecided: on }: Application): readonly DemoStep[] => {
  if (on === undefined) return [];
  const step = { kind: 'complete', on, name: person, by: 'kari', process: 'tjenestevedtak' } as const;
  const decision = {
    ...{ tjenester: 'Besøk to ganger i uka.', tjenesterFraOn: movedIn, tjenesterTilOn: '2027-01-15' },
    tjenesteBegrunnelse: 'Du vil ha hjelp til å komme i gang.',
  };
  return [
    { ...step, task: 'fatt-forelopig-vedtak', values: decision },
    { ...step, task: 'registrer-mottak', values: { vedtakMottattOn: on, mottakBevis: 'muntlig' } },
  ];
};

const worksOf = (application: Application): readonly DatedWork[] => [
  ...decisionWorks(application),
  ...offerWorks(application),
  ...movingWorks(application),
];

const stepsOf = (application: Application): DemoStep[] => {
  const { person, fullName, applied } = application;
  const start: DemoStep = {
    ...{ kind: 'start', on: applied, name: person, process: 'boligtildeling', by: person },
    variables: { soker: person, sokerNavn: fullName, mottattOn: applied },
  };
  const works = worksOf(application).flatMap(([on, [by, task, values]]): DemoStep[] =>
    on === undefined ? [] : [{ kind: 'complete', on, name: person, task, by, values }],
  );
  return [start, ...works, ...servicesSteps(application)];
};

const applications: readonly Application[] = [
  {
    ...{ person: 'else', fullName: 'Else Krogh', needs: 'Et varig sted å bo etter behandling.', wishes: 'Nær broren.' },
    ...{
      applied: '2026-08-03',
      mapped: '2026-08-11',
      decided: '2026-08-21',
      received: '2026-08-25',
      ordered: '2026-08-27',
    },
    ...{ tun: [1, 2], chosen: '2026-09-10', viewed: '2026-09-16', answered: '2026-09-18', allocated: '2026-09-22' },
    ...{ leased: '2026-09-28', movedIn: '2026-10-01', servicesDecided: '2026-10-06' },
  },
  {
    ...{ person: 'geir', fullName: 'Geir Myhre', needs: 'Bolig uten naboer tett på.', wishes: 'Småhus, gjerne øst.' },
    ...{
      applied: '2026-08-24',
      mapped: '2026-09-01',
      decided: '2026-09-11',
      received: '2026-09-15',
      ordered: '2026-09-17',
    },
    ...{
      tun: [4, 2],
      chosen: '2026-10-22',
      viewed: '2026-10-29',
      answered: '2026-11-03',
      allocated: '2026-11-05',
      leased: '2026-11-12',
    },
  },
  {
    ...{
      person: 'siv',
      fullName: 'Siv Dahl',
      needs: 'Egen inngang, og ro om natta.',
      wishes: 'Gangavstand til sentrum.',
    },
    ...{
      applied: '2026-09-07',
      mapped: '2026-09-15',
      decided: '2026-09-25',
      received: '2026-09-29',
      ordered: '2026-10-01',
    },
    ...{ tun: [3, 5], chosen: '2026-11-12', viewed: '2026-11-19' },
  },
  {
    ...{ person: 'rune', fullName: 'Rune Haug', needs: 'Bolig med base.', wishes: 'Et sted med folk rundt.' },
    ...{
      applied: '2026-09-14',
      mapped: '2026-09-22',
      decided: '2026-10-02',
      received: '2026-10-06',
      ordered: '2026-10-08',
    },
  },
  {
    ...{ person: 'tove', fullName: 'Tove Sand', needs: 'Et sted uten rus i oppgangen.', wishes: 'Plass til hunden.' },
    ...{ applied: '2026-09-21', mapped: '2026-09-29', interim: '2026-10-15', decided: '2026-10-26' },
    ...{ received: '2026-10-28', ordered: '2026-10-30' },
  },
  {
    ...{
      person: 'mona',
      fullName: 'Mona Berg',
      needs: 'Større bolig, barna er hos meg annenhver uke.',
      wishes: 'To rom.',
    },
    ...{ applied: '2026-10-26', mapped: '2026-11-05', interim: '2026-11-20', decided: '2026-11-24' },
  },
  {
    ...{ person: 'odd', fullName: 'Odd Lund', needs: 'Bor på Herberget.', wishes: 'Egen dør.' },
    ...{ applied: '2026-10-29', mapped: '2026-11-09' },
  },
  {
    ...{ person: 'sigrid', fullName: 'Sigrid Vik', needs: '', wishes: '' },
    applied: '2026-11-23',
  },
];

/** What people have in hand when the demo begins: the first page of each shows work, some of it due soon. */
const inHand = [
  ['odd', 'send-forelopig-svar', 'kari'],
  ['mona', 'registrer-mottak', 'kari'],
  ['mona', 'send-bestilling', 'kari'],
  ['geir', 'hold-innflytting', 'tor'],
] as const;

const claims = inHand.map(([name, task, by]): DemoStep => ({ kind: 'claim', on: '2026-11-24', name, task, by }));

const round = (on: LocalDate, ...offers: readonly string[]): DemoStep => ({ kind: 'round', on, by: 'bjorn', offers });

const folders = [
  ...[
    'klage',
    'sakskostnader',
    'boligsosial-hjelp',
    'midlertidig-botilbud',
    'tjenestevedtak',
    'boligkarriere',
    'boligbytte',
  ],
  ...['lokalt-valg', 'tildelingsvedtak', 'tilbud', 'forelopig-svar', 'boligtildeling'],
];

/** The processes that a home is given by, and those that this begins, are taken into use. */
export const homeProcesses = (on: LocalDate): readonly DemoStep[] =>
  folders.map((folder) => ({ kind: 'deploy', on, folder }));

/**
 * Eight applications at different stages, and the weekly rounds (Tuesdays) that looked at those who wait. Bjørn has taken the
 * round of 24 November, and it is left open: it is the demo's work to do.
 */
export const demoApplications = (): readonly DemoStep[] => [
  ...homeProcesses('2026-08-03'),
  { kind: 'deploy', on: '2026-08-26', folder: 'ventelisterunde' },
  ...applications.flatMap(stepsOf),
  ...['2026-09-01', '2026-09-15', '2026-09-22', '2026-09-29', '2026-10-06', '2026-10-13'].map((on) => round(on)),
  round('2026-09-08', 'else'),
  round('2026-10-20', 'geir'),
  ...['2026-10-27', '2026-11-03', '2026-11-17'].map((on) => round(on)),
  round('2026-11-10', 'siv'),
  { kind: 'take-round', on: '2026-11-24', by: 'bjorn' },
  ...claims,
];
