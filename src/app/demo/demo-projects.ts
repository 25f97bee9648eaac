import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import type { DemoStep } from './demo-step.js';

const start = (on: LocalDate, name: string, prosjekt: string): DemoStep => ({
  ...{ kind: 'start', on, name, process: 'boligutvikling', by: 'per' },
  variables: { prosjekt },
});

const done = (name: string, by: string, on: LocalDate, [task, values]: readonly [string, JsonObject]): DemoStep => ({
  ...{ kind: 'complete', on, name, task, by, values },
});

const invitation = (motedato: LocalDate, sporsmal: string): JsonObject => ({
  ...{ handling: 'inviter', motedato, motested: 'Treffstedet i Olav Tryggvasons gate', form: 'liten-gruppe', sporsmal },
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

const participation = (name: string, { asked, met, noted, question, said, became }: Participation): DemoStep[] => [
  done(name, 'per', asked, ['inviter-til-medvirkning', invitation(met, question)]),
  done(name, 'berit', asked, ['svar-pa-invitasjon', { svar: 'deltar', melding: 'Jeg kommer, og tar med to beboere.' }]),
  done(name, 'per', met, ['hold-medvirkning', { gjennomfortOn: met, antallDeltakere: 4, honorarAvtalt: true }]),
  done(name, 'per', noted, [
    'registrer-innspill',
    { innspill: said, innflytelse: became[0], innflytelseBegrunnelse: became[1] },
  ]),
];

const need = (antallVenter: number, mangler: string): [string, JsonObject] => [
  'samle-behov',
  { antallVenter, mangler },
];
const picture = (behovsbilde: string, antallBoliger: number): [string, JsonObject] => [
  'godkjenn-behovsbilde',
  { behovsbilde, antallBoliger },
];
const proposal = (saksframlegg: string): [string, JsonObject] => [
  'skriv-saksframlegg',
  { saksframlegg, innstilling: 'Kommunedirektøren tilrår at prosjektet går videre.' },
];
const principle = (saksnummer: string): [string, JsonObject] => [
  'registrer-prinsippvedtak',
  { saksnummer, prinsippvedtak: 'ja' },
];

// Decided, not built (domain register §8, RSK): in design now.
const womensCentre = (): DemoStep[] => {
  const name = 'ressurssenter-kvinner';
  const per = (on: LocalDate, task: readonly [string, JsonObject]) => done(name, 'per', on, task);
  const knut = (on: LocalDate, task: readonly [string, JsonObject]) => done(name, 'knut', on, task);
  return [
    start('2025-09-01', name, 'Ressurssenter for kvinner med rusavhengighet'),
    per('2025-09-15', need(9, 'Et trygt sted for kvinner, med bemanning hele døgnet.')),
    ...participation(name, {
      ...{ asked: '2025-09-16', met: '2025-10-02', noted: '2025-10-08' },
      question: 'Hva skal til for at du er trygg der du bor?',
      said: 'Lås som virker, og noen å ringe på hos om natta.',
      became: ['fulgt', 'Døgnbemanning er tatt inn i behovsbildet.'],
    }),
    knut('2025-10-15', picture('Ni kvinner trenger bolig med bemanning hele døgnet.', 9)),
    per('2025-11-03', proposal('Ressurssenter for kvinner med rusavhengighet: ni boliger og møteplass.')),
    ...participation(name, {
      ...{ asked: '2025-11-04', met: '2025-11-20', noted: '2025-11-25' },
      question: 'Hva vil du at politikerne skal vite?',
      said: 'Ikke legg det langt unna. Vi trenger buss og butikk.',
      became: ['fulgt', 'Uttalelsen ligger ved saken, ordrett.'],
    }),
    knut('2026-01-29', principle('PS 14/26')),
    knut('2026-03-10', [
      'finn-tomter',
      { tomter: ['Østmarkveien', 'Nidarvoll'], tomtevurdering: 'Begge har buss og butikk innen 400 meter.' },
    ]),
    ...participation(name, {
      ...{ asked: '2026-03-11', met: '2026-03-26', noted: '2026-03-31' },
      question: 'Hvilken tomt ville du bodd på?',
      said: 'Nidarvoll. Det er lys langs veien hele natta.',
      became: ['fulgt', 'Nidarvoll er innstilt.'],
    }),
    per('2026-04-13', [
      'innstill-tomt',
      { valgtTomt: 'Nidarvoll', tomtBegrunnelse: 'Nærmest buss, og beboernes førstevalg.' },
    ]),
    knut('2026-04-20', ['publiser-horing', { publisertOn: '2026-04-20', horingstype: 'lokal' }]),
    ...participation(name, {
      ...{ asked: '2026-04-21', met: '2026-05-07', noted: '2026-05-12' },
      question: 'Hva synes du om forslaget?',
      said: 'Bra med egen inngang til hver bolig.',
      became: ['fulgt', 'Egen inngang er et vilkår.'],
    }),
    knut('2026-06-15', [
      'behandle-merknader',
      { antallMerknader: 7, merknadsvar: 'Sju merknader, alle besvart.', nyTomt: false },
    ]),
    knut('2026-06-18', [
      'registrer-bystyrevedtak',
      { saksnummer: 'PS 88/26', bystyrevedtak: 'vedtatt', bevilgning: 62 },
    ]),
    knut('2026-06-24', ['kunngjor-vedtak', { kunngjortOn: '2026-06-24', varsletParter: true }]),
    ...participation(name, {
      ...{ asked: '2026-06-25', met: '2026-08-20', noted: '2026-08-25' },
      question: 'Har vi forstått deg rett?',
      said: 'Ja, men skriv tydeligere når det blir ferdig.',
      became: ['delvis', 'Tidsplanen står nå på nettsida; datoen for innflytting er ikke sikker ennå.'],
    }),
    per('2026-09-14', ['lag-romprogram', { romprogram: 'Ni leiligheter på 38 m², base, kjøkken til felles bruk.' }]),
    ...participation(name, {
      ...{ asked: '2026-09-15', met: '2026-10-01', noted: '2026-10-07' },
      question: 'Hvordan skal det se ut inne?',
      said: 'Skap med dører. Ikke respatex på veggene.',
      became: ['fulgt', 'Begge deler er tatt inn i kravspesifikasjonen.'],
    }),
    { kind: 'claim', on: '2026-10-08', name, task: 'lag-forprosjekt', by: 'tor' },
  ];
};

// Its hearing runs over Christmas: six weeks end on New Year's Day, so the last day is the first working day after.
const houses = (): DemoStep[] => {
  const name = 'nye-smahus-ost';
  const per = (on: LocalDate, task: readonly [string, JsonObject]) => done(name, 'per', on, task);
  const knut = (on: LocalDate, task: readonly [string, JsonObject]) => done(name, 'knut', on, task);
  return [
    start('2026-02-02', name, 'Nye småhus øst'),
    per('2026-02-12', need(14, 'Småhus for dem som ikke kan bo tett.')),
    ...participation(name, {
      ...{ asked: '2026-02-13', met: '2026-03-03', noted: '2026-03-06' },
      question: 'Hva er bra, og hva er vanskelig, med småhus?',
      said: 'Bra å ha egen dør. Vanskelig når tre hus står alene ytterst i en vei.',
      became: ['fulgt', 'Småhusene skal ligge i et vanlig boligområde.'],
    }),
    knut('2026-03-12', picture('Seks småhus, spredt på to tun.', 6)),
    per('2026-03-26', proposal('Seks småhus øst i byen.')),
    ...participation(name, {
      ...{ asked: '2026-03-27', met: '2026-04-15', noted: '2026-04-17' },
      question: 'Hva vil du at politikerne skal vite?',
      said: 'Spør dem som bor i småhusene nå.',
      became: ['fulgt', 'Uttalelsen ligger ved saken, ordrett.'],
    }),
    knut('2026-05-28', principle('PS 61/26')),
    knut('2026-08-18', [
      'finn-tomter',
      { tomter: ['Ranheim', 'Charlottenlund'], tomtevurdering: 'Ranheim har best buss.' },
    ]),
    ...participation(name, {
      ...{ asked: '2026-08-19', met: '2026-09-08', noted: '2026-09-11' },
      question: 'Hvilken tomt ville du bodd på?',
      said: 'Ranheim, nær fjorden.',
      became: ['fulgt', 'Ranheim er innstilt.'],
    }),
    per('2026-10-02', [
      'innstill-tomt',
      { valgtTomt: 'Ranheim', tomtBegrunnelse: 'Best buss, og beboernes førstevalg.' },
    ]),
    knut('2026-11-20', ['publiser-horing', { publisertOn: '2026-11-20', horingstype: 'reguleringsplan' }]),
    done(name, 'per', '2026-11-23', [
      'inviter-til-medvirkning',
      invitation('2026-12-17', 'Hva synes du om plassen, husene og veien dit?'),
    ]),
  ];
};

// Being rebuilt after the fire (domain register §8, JAR). The search for sites is late.
const rebuilding = (): DemoStep[] => {
  const name = 'jarleveien-ombygging';
  return [
    start('2026-03-02', name, 'Jarleveien ombygging'),
    done(name, 'per', '2026-03-16', need(6, 'Seks venter på et hus som ikke kan ta imot noen.')),
    ...participation(name, {
      ...{ asked: '2026-03-17', met: '2026-04-09', noted: '2026-04-14' },
      question: 'Hva skal med videre fra Jarleveien, og hva skal ikke?',
      said: 'Husmøtene og dem som jobber der. Ikke de lange gangene.',
      became: ['fulgt', 'Husmøter og base er tatt inn i behovsbildet.'],
    }),
    done(name, 'knut', '2026-04-22', picture('Mindre hus, åtte boliger i hvert, med base.', 16)),
    done(name, 'per', '2026-05-11', proposal('Ombygging i Jarleveien etter sak 198/21.')),
    ...participation(name, {
      ...{ asked: '2026-05-12', met: '2026-06-02', noted: '2026-06-05' },
      question: 'Hva vil du at politikerne skal vite?',
      said: 'Si fra i god tid før noen må flytte.',
      became: ['fulgt', 'Uttalelsen ligger ved saken, ordrett.'],
    }),
    done(name, 'knut', '2026-08-20', principle('PS 97/26')),
    { kind: 'claim', on: '2026-08-21', name, task: 'finn-tomter', by: 'knut' },
  ];
};

const sharedHomes = (): DemoStep[] => {
  const name = 'bofellesskap-med-base';
  return [
    start('2026-11-09', name, 'Bofellesskap 6–8 med base'),
    { kind: 'claim', on: '2026-11-10', name, task: 'samle-behov', by: 'per' },
  ];
};

/** Four housing projects (domain register §8): in phases 6, 4, 3 and 1. */
export const demoProjects = (): readonly DemoStep[] => [
  ...womensCentre(),
  ...houses(),
  ...rebuilding(),
  ...sharedHomes(),
];
