import type { DemoStep } from './demo-step.js';
import { doneBy, need, participation, picture, principle, proposal, start } from './project-steps.js';

const name = 'smahus-lade';
const per = doneBy(name, 'per');
const knut = doneBy(name, 'knut');
const tor = doneBy(name, 'tor');

const planned: readonly DemoStep[] = [
  start('2023-09-04', name, 'Småhus Lade'),
  per('2023-09-18', need(7, 'Små hus for kvinner som ikke er trygge der de bor.')),
  ...participation(name, {
    ...{ asked: '2023-09-19', met: '2023-10-05', noted: '2023-10-09' },
    question: 'Hva mangler der du bor nå?',
    said: 'Egen dør rett ut, og et sted å sitte ute uten å bli sett.',
    became: ['fulgt', 'Hvert hus får egen dør og egen platting.'],
  }),
  knut('2023-10-16', picture('Tre småhus med base i nærheten.', 3)),
  per('2023-11-06', proposal('Tre småhus på Lade.')),
  ...participation(name, {
    ...{ asked: '2023-11-07', met: '2023-11-23', noted: '2023-11-27' },
    question: 'Hva vil du at politikerne skal vite?',
    said: 'Vi vil ha naboer, ikke en egen vei.',
    became: ['fulgt', 'Uttalelsen ligger ved saken, ordrett.'],
  }),
  knut('2024-01-25', principle('PS 11/24')),
  knut('2024-03-11', ['finn-tomter', { tomter: ['Lade allé', 'Ladehammeren'], tomtevurdering: 'Begge har buss.' }]),
  ...participation(name, {
    ...{ asked: '2024-03-12', met: '2024-04-04', noted: '2024-04-08' },
    question: 'Hvilken tomt ville du bodd på?',
    said: 'Lade allé. Der er det butikk og lys.',
    became: ['fulgt', 'Lade allé er innstilt.'],
  }),
  per('2024-04-15', ['innstill-tomt', { valgtTomt: 'Lade allé', tomtBegrunnelse: 'Beboernes førstevalg.' }]),
  knut('2024-04-22', ['publiser-horing', { publisertOn: '2024-04-22', horingstype: 'lokal' }]),
  ...participation(name, {
    ...{ asked: '2024-04-23', met: '2024-05-13', noted: '2024-05-15' },
    question: 'Hva synes du om forslaget?',
    said: 'Bra. Men ikke gjerde mot veien, det ser ut som et fengsel.',
    became: ['fulgt', 'Gjerdet er byttet ut med hekk.'],
  }),
  knut('2024-06-10', [
    'behandle-merknader',
    { antallMerknader: 4, merknadsvar: 'Fire merknader, alle besvart.', nyTomt: false },
  ]),
  knut('2024-06-20', [
    'registrer-bystyrevedtak',
    { politiskSak: 'PS 92/24', bystyrevedtak: 'vedtatt', bevilgning: 14_000_000 },
  ]),
  knut('2024-06-26', ['kunngjor-vedtak', { kunngjortOn: '2024-06-26', varsletParter: true }]),
  ...participation(name, {
    ...{ asked: '2024-06-27', met: '2024-08-15', noted: '2024-08-19' },
    question: 'Har vi forstått deg rett?',
    said: 'Ja.',
    became: ['fulgt', 'Ingenting er endret.'],
  }),
];

const built: readonly DemoStep[] = [
  per('2024-09-09', ['lag-romprogram', { romprogram: 'Tre hus på 35 m² med platting.', antallBoliger: 3 }]),
  ...participation(name, {
    ...{ asked: '2024-09-10', met: '2024-09-26', noted: '2024-09-30' },
    question: 'Hvordan skal det se ut inne?',
    said: 'Skap med dører, og ikke respatex på veggene.',
    became: ['delvis', 'Skapene får dører. Respatex blir det på badet.'],
  }),
  tor('2024-11-18', ['lag-forprosjekt', { kostnad: 14_300_000, kostnadsavvikProsent: 2 }]),
  tor('2024-11-20', ['varsle-naboer', { nabovarselOn: '2024-11-20' }]),
  tor('2024-12-09', ['send-byggesoknad', { byggesoknadOn: '2024-12-09', byggesakFrist: 'tre-uker' }]),
  tor('2024-12-27', ['folg-byggesak-tre-uker', { tillatelse: 'gitt', tillatelseOn: '2024-12-27' }]),
  tor('2025-02-10', ['start-bygging', { igangsattOn: '2025-02-10', planlagtFerdigOn: '2025-10-01' }]),
  ...participation(name, {
    ...{ asked: '2025-02-11', met: '2025-03-06', noted: '2025-03-10' },
    question: 'Hva skal vi huske når vi bygger?',
    said: 'Utelys som slår seg på når noen kommer.',
    became: ['fulgt', 'Utelyset har bevegelsesføler.'],
  }),
  per('2025-10-06', ['folg-opp-bygging', { framdrift: 'Ferdig', bemanningKlar: true }]),
  per('2025-10-07', ['svar-pa-vilkar', { vilkarResultat: 'fulgt', vilkarSvar: 'Hvert hus har egen dør.' }]),
  tor('2025-10-20', [
    'fa-ferdigattest',
    { overtattOn: '2025-10-20', ferdigattest: 'ferdigattest', ferdigeBoliger: 3, bygg: 'sml' },
  ]),
  doneBy(name, 'bjorn')('2025-10-21', ['meld-boliger-ledige', { meldtLedigOn: '2025-10-21', boligerMeldt: 3 }]),
  ...participation(name, {
    ...{ asked: '2025-10-22', met: '2025-11-10', noted: '2025-11-12' },
    question: 'Hvordan var det å være med?',
    said: 'Vi ble hørt. Men det tok to år.',
    became: ['fulgt', 'Står i evalueringen.'],
  }),
];

/** In the evaluation of the project, which its end has begun. */
const inEvaluation = (steps: readonly DemoStep[]): readonly DemoStep[] =>
  steps.map((step) => (step.kind === 'complete' ? { ...step, process: 'prosjektevaluering' } : step));

const evaluated = inEvaluation([
  ...participation(name, {
    ...{ asked: '2026-04-21', met: '2026-05-07', noted: '2026-05-11' },
    question: 'Hva virker i huset ditt, og hva virker ikke?',
    said: 'Plattingen er det beste. Ventilasjonen bråker om natta.',
    became: ['fulgt', 'Ventilasjonen er meldt til entreprenøren.'],
  }),
  per('2026-05-18', [
    'skriv-evaluering',
    {
      virker: ['Egen dør rett ut', 'Plattingen bak huset', 'Naboene hilser'],
      virkerIkke: ['Ventilasjonen bråker om natta', 'Det er langt å bære søppel'],
      onskeSvar:
        'Dører på skapene, hekk i stedet for gjerde og utelys ble som de ba om. Respatex ble det på badet likevel.',
      laerdom: ['Prøv ventilasjonen med noen som sover der, før overtakelsen', 'Sett søppelkassene nærmere'],
      ...{ harMangler: 'ja', mangler: ['Ventilasjonen bråker om natta'], garantiTilOn: '2028-10-20' },
    },
  ]),
  tor('2026-06-15', ['folg-opp-mangel', { mangelResultat: 'rettet', mangelSvar: 'Entreprenøren har byttet viftene.' }]),
  ...participation(name, {
    ...{ asked: '2026-10-21', met: '2026-11-05', noted: '2026-11-09' },
    question: 'Hvordan er det å bo her etter ett år?',
    said: 'Nå er det stille om natta. Taket over døra er for lite når det regner.',
    became: ['delvis', 'Taket tas opp med Trondheim eiendom.'],
  }),
]);

/** Three small houses that stand, evaluated once; the evaluation after a year is the demo's work to write. */
export const ladeHouses: readonly DemoStep[] = [...planned, ...built, ...evaluated];
