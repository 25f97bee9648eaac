import * as clocks from './clocks.js';
import * as herd from './herd.js';
import * as millions from './millions.js';
import * as poison from './poison.js';
import * as races from './races.js';
import * as storm from './storm.js';
import { playsShort } from './support/plays-short.js';

playsShort('of fifty who ask for the same at once in two processes, one is told yes, in 24 races', races.runShort);

playsShort('2,000 cases that wait for the same instant all ring, each once', herd.runShort);

playsShort(
  'hints that come five times, too early, too late and for nobody change nothing but what is due',
  storm.runShort,
);

playsShort(
  'a process whose clock is two hours ahead or five minutes behind rings nothing until it is right, and on the nights in which Oslo sets its clocks each of 26 timers rings once and none early',
  clocks.runShort,
);

playsShort(
  'a job that takes its worker down, or throws, is an incident of its case after 2 attempts, and its 4 neighbours are done, each once',
  poison.runShort,
);

playsShort(
  'a sweep finds 100 due timers beside 20,000 that wait by the index of live timers alone, and reads no more than ten blocks for each',
  millions.runShort,
);
