import { addPeriod } from '../../../engine/index.js';
import type { LocalDate } from '../../../shared/time.js';
import type { DemoPerson } from '../personas.js';
import { draw, drawOne } from './draw.js';

/** Somebody made up who applied for a home in the two years before the demo begins. */
export interface PastApplicant {
  readonly person: DemoPerson;
  readonly applied: LocalDate;
}

/** The first working day of the two years. */
export const HISTORY_BEGINS: LocalDate = '2024-11-25';

// Some 90 a year: with 1.65 homes offered each week, 34 wait when the demo begins, and 64 got a home that year (docs/demo-history.md).
const howMany = 180;
const days = 700;

/** Everybody who applied, the first one first. Names are drawn from common ones; no such person is meant. */
export const pastApplicants: readonly PastApplicant[] = Array.from({ length: howMany }, (_, at) => {
  const id = `soker-${String(at + 1).padStart(3, '0')}`;
  const name = `${drawOne(`${id}/fornavn`, firstNames())} ${drawOne(`${id}/etternavn`, lastNames())}`;
  const after = Math.floor(((at + draw(`${id}/dag`)) * days) / howMany);
  return {
    person: { id, name, email: `${id}@boligflyt.test`, groups: ['soker'], role: 'boligsøker' },
    applied: addPeriod(HISTORY_BEGINS, `P${after}D`),
  };
});

function firstNames(): readonly string[] {
  return (
    'Anne Arne Astrid Aksel Berit Bjarne Camilla Dag Eirik Elin Erlend Eva Frode Grete Gunnar Hanne Harald Heidi Håkon Inga ' +
    'Ivar Jan Janne Jorunn Karl Kjersti Kristin Lars Lena Magne Marit Mikkel Nora Olav Oddny Pål Ragnhild Roger Ruth Sara ' +
    'Sindre Sissel Stein Svein Terje Tone Trine Unni Vegard Øyvind Åse'
  ).split(' ');
}

function lastNames(): readonly string[] {
  return (
    'Aasen Bakken Berge Brekke Dahle Eriksen Fjeld Foss Granli Hagen Halvorsen Hegge Holm Iversen Johnsen Kvam Kleven Lie Lund ' +
    'Moen Myrvang Nilsen Nygård Olsen Rognes Ruud Sandvik Sletten Solem Strøm Sæther Tangen Thorsen Ulven Vang Vik Ødegård'
  ).split(' ');
}
