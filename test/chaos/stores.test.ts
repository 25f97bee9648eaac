import * as disk from './disk.js';
import * as postgres from './postgres.js';
import * as redis from './redis.js';
import { playsShort } from './support/plays-short.js';

playsShort(
  'a PostgreSQL that stops, loses connections, fails one commit of five, is read-only or locked loses none of 200 acknowledged commands, and who asks meanwhile is told 503',
  postgres.runShort,
);

playsShort(
  'a PostgreSQL whose disk is full refuses with 503, and has all of 40 acknowledged commands when there is room again',
  disk.runShort,
);

playsShort(
  'a Redis that is flushed or killed, has yesterday’s hints, is back from an old file or followed by the next one loses none of 90 timers and rings none early',
  redis.runShort,
);
