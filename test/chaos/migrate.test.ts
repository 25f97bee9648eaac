import * as migrate from './migrate.js';
import { playsShort } from './support/plays-short.js';

playsShort(
  'each of the five newest migrations steps back every two seconds while a long transaction is open, lets everybody pass, and is done when it is over',
  migrate.runShort,
);
