import type { WaitingList } from '../../../runtime/case-ports.js';
import type { JobHandler } from '../../../runtime/jobs/job-handler.js';
import { compareRules, figuresOf } from './compare-rules.js';
import { lastYear } from './last-year.js';
import { readProposedRule } from './priority-rule.js';

/**
 * Job `prov-prioriteringsregel`: replays the rounds of the last year with the key in `regelDmn`, and gives `sammenligning`, how many
 * would have stood higher and lower, in words and without a figure of fewer than five persons.
 */
export function createTryRule(list: Pick<WaitingList, 'reviews'>): JobHandler['run'] {
  return async ({ tenant, variables, at }) => {
    const { regelDmn } = variables;
    const reading = await readProposedRule(typeof regelDmn === 'string' ? regelDmn : '');
    if (!reading.ok) throw new Error(`Expected the proposed key to be readable, but: ${reading.problems.join(' ')}`);

    const wanted = lastYear(at);
    const { rounds, up, down, same } = figuresOf(compareRules(await list.reviews(tenant, wanted), reading.rule));
    const moved = `${inWords(up)} plasser høyere, ${inWords(down)} plasser lavere, ${inWords(same)} som før`;
    return {
      sammenligning: `Prøvd på ${rounds} ${rounds === 1 ? 'runde' : 'runder'} fra ${wanted.from} til ${wanted.to}: ${moved}.`,
    };
  };
}

const inWords = (figure: number | undefined): string => (figure === undefined ? 'noen få' : String(figure));
