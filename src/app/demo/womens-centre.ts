import type { DemoStep } from './demo-step.js';
import { doneBy, need, participation, picture, principle, proposal, start } from './project-steps.js';

const name = 'ressurssenter-kvinner';
const per = doneBy(name, 'per');
const knut = doneBy(name, 'knut');

/** A centre for women: decided, not built, in design now (domain register §8, RSK). */
export const womensCentre: readonly DemoStep[] = [
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
    {
      ...{ valgtTomt: 'Nidarvoll', tomtBegrunnelse: 'Nærmest buss, og beboernes førstevalg.' },
      fagligRangering: ['Østmarkveien', 'Nidarvoll'],
      beboernesRangering: ['Nidarvoll', 'Østmarkveien'],
    },
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
    { politiskSak: 'PS 88/26', bystyrevedtak: 'vedtatt', bevilgning: 62_000_000 },
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
