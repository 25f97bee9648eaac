import type { HistoryRow } from '../../runtime/homes/home-ports.js';

// Nothing of whom it is about: whoever reads the history of a home need not know who lived there.
const texts: Readonly<Record<string, string>> = {
  'bygg-fort': 'Opplysningene om bygget ble ført',
  'frys-foreslatt': 'Det ble foreslått at ingen får tildelt bolig her',
  frosset: 'Tildeling av boliger her ble stanset',
  'ikke-frosset': 'Boligene her kan tildeles igjen',
  'bemanning-endret': 'Bemanningen i bygget ble endret',
  'bolig-fort': 'Opplysningene om boligen ble ført',
  reservert: 'Boligen ble reservert',
  frigitt: 'Reservasjonen ble avsluttet',
  utleid: 'Boligen ble leid ut',
  'leie-endret': 'Leieforholdet ble endret',
  fraflyttet: 'Leieforholdet ble avsluttet',
};

/** What happened to a record, in one sentence. */
export const historyText = ({ change }: Pick<HistoryRow, 'change'>): string => texts[change] ?? change;
