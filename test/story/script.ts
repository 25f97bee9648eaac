import type { JsonObject } from '../../src/shared/json.js';

/** Who does what when in the story, and in which of its cases; `runde` is the newest weekly round. */
export interface Action {
  /** On the wall clock in Trondheim, e.g. `2026-12-22 10:00`. */
  readonly at: string;
  readonly in: 'prosjekt' | 'soknad' | 'tjenester' | 'karriere' | 'runde';
  readonly by: string;
  /** The task's node in the diagram, or `start`. */
  readonly does: string;
  readonly with: JsonObject;
}

const project = (at: string, by: string, does: string, values: JsonObject): Action => ({
  at,
  in: 'prosjekt',
  by,
  does,
  with: values,
});
const application = (at: string, by: string, does: string, values: JsonObject): Action => ({
  at,
  in: 'soknad',
  by,
  does,
  with: values,
});
const services = (at: string, does: string, values: JsonObject): Action => ({
  at,
  in: 'tjenester',
  by: 'kari',
  does,
  with: values,
});
const career = (at: string, does: string, values: JsonObject): Action => ({
  at,
  in: 'karriere',
  by: 'kari',
  does,
  with: values,
});
const round = (at: string, by: string, does: string, values: JsonObject): Action => ({
  at,
  in: 'runde',
  by,
  does,
  with: values,
});

interface Checkpoint {
  readonly invitedAt: string;
  readonly meetingOn: string;
  readonly answeredAt: string;
  readonly recordedAt: string;
  readonly question: string;
}

/** A checkpoint that is held: invitation, answer, meeting, and what came of it. */
const heldCheckpoint = (point: Checkpoint): readonly Action[] => [
  project(point.invitedAt, 'per', 'inviter-til-medvirkning', {
    handling: 'inviter',
    motedato: point.meetingOn,
    motested: 'Treffstedet på Lade',
    form: 'liten-gruppe',
    sporsmal: point.question,
    honorar: true,
  }),
  project(point.answeredAt, 'berit', 'svar-pa-invitasjon', { svar: 'deltar', melding: 'Jeg kommer.' }),
  project(`${point.recordedAt} 09:00`, 'per', 'hold-medvirkning', {
    gjennomfortOn: point.meetingOn,
    antallDeltakere: 4,
    rollerSomDeltok: 'brukerrepresentant og tre beboere',
    honorarAvtalt: true,
  }),
  project(`${point.recordedAt} 10:00`, 'per', 'registrer-innspill', {
    innspill: 'Egen inngang er det viktigste.',
    innflytelse: 'fulgt',
    innflytelseBegrunnelse: 'Alle husene får egen inngang.',
  }),
];

const projectActions: readonly Action[] = [
  project('2026-09-01 09:00', 'per', 'start', { prosjekt: 'Nye småhus øst' }),
  // 1 Kartlegging. Berit answers after two reminders.
  project('2026-09-02 09:00', 'per', 'samle-behov', { mangler: 'Små hus med egen inngang', antallVenter: 6 }),
  ...heldCheckpoint({
    invitedAt: '2026-09-02 10:00',
    meetingOn: '2026-09-23',
    answeredAt: '2026-09-17 12:00',
    recordedAt: '2026-09-24',
    question: 'Hva mangler i boligtilbudet?',
  }),
  project('2026-09-28 09:00', 'knut', 'godkjenn-behovsbilde', { behovsbilde: 'Ni småhus', antallBoliger: 9 }),
  // 2 Politisk behandling
  project('2026-09-30 09:00', 'per', 'skriv-saksframlegg', { saksframlegg: 'Ni småhus', innstilling: 'Vedtas' }),
  ...heldCheckpoint({
    invitedAt: '2026-09-30 10:00',
    meetingOn: '2026-10-14',
    answeredAt: '2026-10-01 12:00',
    recordedAt: '2026-10-15',
    question: 'Hva mener dere om saken?',
  }),
  project('2026-10-22 09:00', 'knut', 'registrer-prinsippvedtak', { politiskSak: 'PS 142/26', prinsippvedtak: 'ja' }),
  // 3 Lokalisering. Berit takes part in another way.
  project('2026-10-26 09:00', 'knut', 'finn-tomter', {
    tomter: ['Lade', 'Ranheim'],
    tomtevurdering: 'Begge har buss og butikk.',
  }),
  project('2026-10-26 10:00', 'per', 'inviter-til-medvirkning', {
    handling: 'inviter',
    motedato: '2026-11-10',
    form: 'befaring',
    sporsmal: 'Hvor vil dere bo?',
  }),
  project('2026-10-28 12:00', 'berit', 'svar-pa-invitasjon', { svar: 'annen-maate', melding: 'Ring meg heller.' }),
  project('2026-10-29 09:00', 'per', 'avtal-annen-form', { annenForm: 'Telefonsamtale', motedato: '2026-11-10' }),
  project('2026-11-10 14:00', 'per', 'hold-medvirkning', { gjennomfortOn: '2026-11-10', antallDeltakere: 1 }),
  project('2026-11-10 15:00', 'per', 'registrer-innspill', {
    innspill: 'Lade er best. Der er det butikk.',
    innflytelse: 'delvis',
    innflytelseBegrunnelse: 'Seks hus på Lade, tre på Ranheim.',
  }),
  project('2026-11-16 09:00', 'per', 'innstill-tomt', { valgtTomt: 'Lade og Ranheim', tomtBegrunnelse: 'Spredt' }),
  // 4 Høring over jul: 6 weeks from 2026-11-23 end on Monday 2027-01-04 (domain register §3.3).
  project('2026-11-23 09:00', 'knut', 'publiser-horing', { publisertOn: '2026-11-23', horingstype: 'lokal' }),
  ...heldCheckpoint({
    invitedAt: '2026-11-24 09:00',
    meetingOn: '2026-12-15',
    answeredAt: '2026-12-14 12:00',
    recordedAt: '2026-12-16',
    question: 'Hva bør vi endre i planen?',
  }),
  project('2027-01-20 09:00', 'knut', 'behandle-merknader', {
    antallMerknader: 12,
    merknadsvar: 'Alle er besvart.',
    nyTomt: false,
  }),
  // 5 Politisk vedtak. Berit says no twice; another form was offered in between.
  project('2027-01-28 13:00', 'knut', 'registrer-bystyrevedtak', {
    politiskSak: 'PS 9/27',
    bystyrevedtak: 'vedtatt',
    bevilgning: 42,
  }),
  project('2027-02-04 09:00', 'knut', 'kunngjor-vedtak', { kunngjortOn: '2027-02-04', varsletParter: true }),
  project('2027-02-04 10:00', 'per', 'inviter-til-medvirkning', {
    handling: 'inviter',
    motedato: '2027-02-25',
    sporsmal: 'Var svaret vårt godt nok?',
  }),
  project('2027-02-05 12:00', 'berit', 'svar-pa-invitasjon', { svar: 'takker-nei', melding: 'Jeg orker ikke nå.' }),
  project('2027-02-08 09:00', 'per', 'tilby-annen-form', { annenForm: 'Skriftlig', motedato: '2027-03-01' }),
  project('2027-02-09 12:00', 'berit', 'svar-pa-invitasjon', { svar: 'takker-nei', melding: 'Nei takk.' }),
  // 6 Prosjektering. An exemption is asked for and given, with a reason.
  project('2027-02-22 09:00', 'per', 'lag-romprogram', { romprogram: 'Tre tun med tre hus', antallBoliger: 9 }),
  project('2027-02-22 10:00', 'per', 'inviter-til-medvirkning', {
    handling: 'be-om-unntak',
    motedato: '2027-03-08',
    unntakBegrunnelse: 'Husene er de samme som beboerne tegnet i 2025.',
  }),
  project('2027-02-23 09:00', 'knut', 'behandle-unntak', {
    unntakGodkjent: true,
    unntakVurdering: 'Gjennomgangen i 2025 gjelder fortsatt.',
  }),
  project('2027-03-15 09:00', 'tor', 'lag-forprosjekt', { kostnad: 41, kostnadsavvikProsent: 4 }),
  project('2027-03-15 10:00', 'tor', 'varsle-naboer', { nabovarselOn: '2027-03-15' }),
  // Two weeks end on Easter Monday, so that the neighbours have until the 30th; three weeks from the 31st end on 21 April.
  project('2027-03-31 09:00', 'tor', 'send-byggesoknad', { byggesoknadOn: '2027-03-31', byggesakFrist: 'tre-uker' }),
  project('2027-04-16 09:00', 'tor', 'folg-byggesak-tre-uker', { tillatelse: 'gitt', tillatelseOn: '2027-04-16' }),
  // 7 Byggeprosess
  project('2027-04-19 09:00', 'tor', 'start-bygging', { igangsattOn: '2027-04-19', planlagtFerdigOn: '2027-09-01' }),
  ...heldCheckpoint({
    invitedAt: '2027-04-19 10:00',
    meetingOn: '2027-05-10',
    answeredAt: '2027-04-20 12:00',
    recordedAt: '2027-05-11',
    question: 'Hva skal huset hete?',
  }),
  project('2027-09-01 09:00', 'per', 'folg-opp-bygging', { framdrift: 'Ferdig', bemanningKlar: true }),
  // 8 Ferdigstilling
  project('2027-09-06 09:00', 'tor', 'fa-ferdigattest', {
    overtattOn: '2027-09-06',
    ferdigattest: 'ferdigattest',
    ferdigeBoliger: 9,
  }),
  project('2027-09-08 09:00', 'bjorn', 'meld-boliger-ledige', { meldtLedigOn: '2027-09-08', boligerMeldt: 9 }),
  ...heldCheckpoint({
    invitedAt: '2027-09-08 10:00',
    meetingOn: '2027-09-29',
    answeredAt: '2027-09-09 12:00',
    recordedAt: '2027-09-30',
    question: 'Hvordan ble det?',
  }),
];

const applicationActions: readonly Action[] = [
  application('2026-11-25 09:00', 'kari', 'start', { soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-25' }),
  application('2026-12-08 10:00', 'kari', 'kartlegg-behov', {
    rettsgrunnlag: 'kommunal-bolig',
    behov: 'Et rolig sted med egen inngang',
    onsker: 'Nær bussen',
    gjennomlest: true,
    trengerSamarbeidsmote: false,
  }),
  // The interim reply was due on 2026-12-24 and is missed (domain register §3.3, scenario 5).
  application('2026-12-28 10:00', 'kari', 'send-forelopig-svar', {
    forelopigSvar: 'send',
    forsinkelseGrunn: 'Vi venter på uttalelse fra legen.',
    nySvardato: '2027-01-06',
  }),
  application('2027-01-04 10:00', 'kari', 'fatt-vedtak', {
    resultat: 'innvilget',
    vedtakBegrunnelse: 'Du har ikke et trygt sted å bo.',
    boligtype: 'småhus',
    hjemmel: 'kommunal-bolig',
  }),
  application('2027-01-05 11:00', 'kari', 'send-bestilling', {
    boliggruppe: 'rus',
    nattevakt: false,
    egenInngang: true,
  }),
  application('2027-01-06 10:00', 'kari', 'registrer-mottak', {
    vedtakMottattOn: '2027-01-05',
    mottakBevis: 'digitalt',
  }),
  application('2027-01-27 10:00', 'bjorn', 'velg-boliger', {
    boliger: ['smh-3-01', 'smh-5-01'],
    valgBegrunnelse: 'Begge har egen inngang.',
  }),
  application('2027-02-01 10:00', 'tor', 'hold-visning', { visningOn: '2027-02-01' }),
  application('2027-02-02 10:00', 'tor', 'hold-visning', { visningOn: '2027-02-02' }),
  application('2027-02-08 10:00', 'siv', 'svar-pa-tilbud', { svar: 'ja', valgtBolig: 'Småhus tun 3, bolig 01' }),
  application('2027-02-08 14:00', 'bjorn', 'tildel-bolig', {
    valgtBolig: 'Småhus tun 3, bolig 01',
    tildelt: true,
    lederEnig: true,
    tildelingBegrunnelse: 'Du har ventet lengst av dem boligen passer for.',
  }),
  application('2027-02-10 10:00', 'tor', 'skriv-leiekontrakt', { kontraktOn: '2027-02-10', leieFraOn: '2027-02-15' }),
  application('2027-02-15 10:00', 'tor', 'hold-innflytting', { innflyttetOn: '2027-02-15', laserVirker: true }),
];

const servicesActions: readonly Action[] = [
  services('2027-02-16 10:00', 'fatt-forelopig-vedtak', {
    tjenester: 'Oppfølging to ganger i uka',
    tjenesterFraOn: '2027-02-15',
    tjenesterTilOn: '2027-05-14',
    tjenesteBegrunnelse: 'Du vil ha hjelp til å komme i gang.',
  }),
  services('2027-02-18 10:00', 'registrer-mottak', { vedtakMottattOn: '2027-02-18', mottakBevis: 'digitalt' }),
  services('2027-04-05 10:00', 'hold-mote', {
    personenHort: 'ja',
    personenSier: 'Jeg klarer meg selv nå.',
    moteOn: '2027-04-05',
  }),
  services('2027-04-06 10:00', 'fatt-nytt-vedtak', {
    resultat: 'innvilget',
    fortsetter: 'nei',
    tjenester: 'Oppfølgingen stopper.',
    tjenesterFraOn: '2027-04-12',
    tjenesteBegrunnelse: 'Du klarer deg selv.',
  }),
  services('2027-04-07 10:00', 'registrer-mottak', { vedtakMottattOn: '2027-04-07', mottakBevis: 'digitalt' }),
];

const careerActions: readonly Action[] = [
  career('2027-03-10 10:00', 'hold-bosamtale-30', {
    bosamtaleUtfall: 'holdt',
    bosamtaleOn: '2027-03-10',
    egneOrd: 'Det er stille her.',
    avtalt: 'Vaktmesteren ser på ytterdøra.',
  }),
  career('2027-05-10 10:00', 'hold-bosamtale-90', {
    bosamtaleUtfall: 'holdt',
    bosamtaleOn: '2027-05-10',
    egneOrd: 'Døra er i orden. Jeg savner noen å prate med.',
  }),
];

const roundActions: readonly Action[] = [
  // Nobody holds the round of 2027-01-12: it is skipped, and the leader must say why.
  round('2027-01-19 12:00', 'bente', 'rydd-opp-etter-runden', {
    arsak: 'Alle var syke.',
    tiltak: 'Vi har fått vikar.',
  }),
  round('2027-01-20 10:00', 'bjorn', 'vurder-oppforing', { utfall: 'opp', begrunnelse: 'Har ikke et sted å bo.' }),
  round('2027-01-26 11:00', 'bjorn', 'vurder-oppforing', { utfall: 'tilbud', begrunnelse: 'To hus er ledige.' }),
  round('2027-02-03 10:00', 'bjorn', 'vurder-oppforing', { utfall: 'uendret', begrunnelse: 'Har fått tilbud.' }),
];

/** Everything that people do in the story, in order. */
export const script: readonly Action[] = [
  ...projectActions,
  ...applicationActions,
  ...servicesActions,
  ...careerActions,
  ...roundActions,
].sort((one, other) => one.at.localeCompare(other.at));
