import type { DemoStep } from './demo-step.js';
import { doneBy, invitation, need, participation, picture, principle, proposal, start } from './project-steps.js';

const name = 'nye-smahus-ost';
const per = doneBy(name, 'per');
const knut = doneBy(name, 'knut');

/** Six small houses. The hearing runs over Christmas: six weeks end on New Year's Day, so the last day is the first working day after. */
export const smallHouses: readonly DemoStep[] = [
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
    {
      ...{ tomter: ['Ranheim', 'Charlottenlund'], tomtevurdering: 'Ranheim har best buss.' },
      risikoer: ['Grunnen på Ranheim kan være dyr å bygge på.'],
    },
  ]),
  ...participation(name, {
    ...{ asked: '2026-08-19', met: '2026-09-08', noted: '2026-09-11' },
    question: 'Hvilken tomt ville du bodd på?',
    said: 'Ranheim, nær fjorden.',
    became: ['fulgt', 'Ranheim er innstilt.'],
  }),
  per('2026-10-02', [
    'innstill-tomt',
    {
      ...{ valgtTomt: 'Ranheim', tomtBegrunnelse: 'Best buss, og beboernes førstevalg.' },
      fagligRangering: ['Ranheim', 'Charlottenlund'],
      beboernesRangering: ['Ranheim', 'Charlottenlund'],
    },
  ]),
  knut('2026-11-20', ['publiser-horing', { publisertOn: '2026-11-20', horingstype: 'reguleringsplan' }]),
  per('2026-11-23', [
    'inviter-til-medvirkning',
    invitation('2026-12-17', 'Hva synes du om plassen, husene og veien dit?'),
  ]),
];
