import type { BuildingFacts } from '../../src/runtime/homes/building-record.js';
import type { HomeFacts } from '../../src/runtime/homes/home-record.js';
import { idOf } from '../../src/shared/id.js';

/** A building of small houses that the municipality owns. */
export const smallHouses: BuildingFacts = {
  name: 'Småhus tun 1',
  groups: ['rus', 'rop'],
  owner: 'kommune',
  responsibleUnit: 'rus',
  capacity: 3,
  status: 'i-bruk',
  constraints: {},
  repairRules: [],
  synthetic: true,
};

/** The building that the homes of a test stand in. */
export const tun = idOf<'Building'>('tun-1');

/** A home in it. */
export const smallHouse: HomeFacts = {
  building: tun,
  name: 'Hus 1',
  boligtype: 'Småhus',
  egenskaper: ['egen inngang'],
  antallSoverom: 1,
  bruksareal: 40,
  disposisjonsform: 'EID',
  erBofellesskap: false,
  erTilgjengeligForRullestolbruker: false,
  leieTilEiePotensial: false,
  status: 'i-bruk',
  synthetic: true,
};
