import { isActivity } from '../../definition/flow-node.js';
import { error } from '../../xml/diagnostic.js';
import { isStrict, type ProcessRule } from './rule.js';

const most = 500;

/** Our own rule: nothing is done more than 500 times at once, as far as the diagram says how often. */
export const multiInstanceLimit: ProcessRule = ({ nodes }, known) =>
  [...nodes.values()]
    .filter((node) => isStrict(known) && isActivity(node) && Number(node.multiInstance?.cardinality ?? 0) > most)
    .map(({ id }) =>
      error('multi-instance-limit', id, {
        message: `Expected '${id}' to be done at most ${most} times, but the diagram says more`,
        melding: `Oppgaven skal gjøres mer enn ${most} ganger. Del arbeidet opp i flere saker.`,
      }),
    );
