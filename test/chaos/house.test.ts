import * as rolling from './rolling.js';
import * as slow from './slow.js';
import * as soak from './soak.js';
import { playsShort } from './support/plays-short.js';

playsShort(
  'a house whose processes are restarted one by one while it is used loses nothing, does nothing twice, and asks nobody for more than to ask again',
  rolling.runShort,
);

playsShort(
  'a mail server that says nothing, or never comes to the end of its answer, holds up neither 16 cases nor a transaction, and gets all mail afterwards',
  slow.runShort,
);

playsShort(
  'a house that is used while Redis is flushed and killed, connections are ended and its worker is restarted has every case touched at every look, and loses and doubles nothing',
  soak.runShort,
);
