import * as crash from './crash.js';
import { playsShort } from './support/plays-short.js';

playsShort(
  'killed with SIGKILL at each of twelve named points, no case stands in between, and nothing is lost or said as two things',
  crash.runShort,
);
