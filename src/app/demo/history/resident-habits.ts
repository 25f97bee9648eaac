import { addPeriod } from '../../../engine/index.js';
import type { Habit, Occasion } from './answers.js';
import { draw, drawOne } from './draw.js';

const services = ({ key, on }: Occasion, period: string) => ({
  tjenester: drawOne(`${key}/tjenester`, ['Besøk to ganger i uka.', 'Besøk hver dag.', 'En samtale i uka.']),
  ...{
    tjenesterFraOn: on,
    tjenesterTilOn: addPeriod(on, period),
    tjenesteBegrunnelse: 'Det ble dere enige om i møtet.',
  },
});

const talkAtHome = ({ key, on }: Occasion) => ({
  ...{ bosamtaleUtfall: draw(`${key}/bosamtale`) < 0.8 ? 'holdt' : 'takket-nei', bosamtaleOn: on },
  egneOrd: drawOne(`${key}/egne-ord`, ['Det er stille her.', 'Døra er god å ha.', 'Jeg savner noen å prate med.']),
});

/** How things are done that come back as long as somebody lives in a home: most of them once a year, and few ask for more. */
export const residentHabits: Readonly<Record<string, Habit>> = {
  'hold-bosamtale-30': { days: [2, 12], answer: talkAtHome },
  'hold-bosamtale-90': { days: [2, 12], answer: talkAtHome },
  // After three months, and then every year, the municipality offers a talk by itself; who asks first is one in four.
  'be-om-forste-samtale': { days: [40, 250] },
  'be-om-samtale-igjen': { days: [150, 1_000] },
  'hold-fremtidssamtale': {
    days: [5, 20],
    answer: ({ key, on }) => ({ utfall: draw(`${key}/utfall`) < 0.7 ? 'holdt' : 'ikke-na', samtaleOn: on }),
  },
  'skriv-boligplan': { days: [3, 20], answer: ({ key }) => ({ vilKjope: draw(`${key}/eie`) < 0.1 }) },
  'fatt-forelopig-vedtak': { days: [1, 6], answer: (occasion) => services(occasion, 'P10W') },
  'fatt-nytt-vedtak': { days: [1, 6], answer: (occasion) => services(occasion, 'P3Y') },
  'godkjenn-avslag-nytt': { days: [0, 2], by: 'liv', answer: () => ({ godkjent: true }) },
  'godkjenn-avslag-endret': { days: [0, 2], by: 'liv', answer: () => ({ godkjent: true }) },
  'sikre-tjenestene': {
    days: [1, 5],
    answer: ({ on }) => ({ tjenesterTilOn: addPeriod(on, 'P1Y'), tjenesteBegrunnelse: 'Tjenestene trengs fortsatt.' }),
  },
};
