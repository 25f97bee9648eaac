import type { Job, JobAnswer } from '../../runtime/jobs/job-handler.js';
import { listOf, objectOf } from '../../shared/json.js';
import type { ToldRange } from '../figures/find-told-cells.js';
import { aboutHowMany, homeTypesOf } from './need-rules.js';
import type { NeedRules } from './need-rules.js';

/**
 * Job `tell-behov`: counts what a unit reported in `rader` by type of home, without those that another unit has reported. Gives `telling`
 * for the picture of needs; `antallMeldt` and `fordeling` tell who checks it about how many there are, and which types. The exact figures of the
 * units would tell, beside the picture that is published, the small figure of the one that is left; what these tell, `publiser-behovsbilde` reckons with.
 */
export const createCountReports =
  (rules: NeedRules) =>
  async ({ variables }: Pick<Job, 'variables'>): Promise<JobAnswer> => {
    const own = listOf(variables['rader'])
      .map(objectOf)
      .filter(({ meldtAvAndre }) => meldtAvAndre !== true);
    const counted = homeTypesOf(rules)
      .map(({ id, name }) => ({ id, name, people: own.filter(({ boligtype }) => boligtype === id).length }))
      .filter(({ people }) => people > 0);
    return {
      telling: counted.map(({ id, people }) => ({ id, people })),
      antallMeldt: inWords(aboutHowMany(rules, own.length)),
      fordeling: counted.map(({ name }) => name),
    };
  };

function inWords({ least, most }: ToldRange): string {
  if (most === 0) return '0';
  return least === 1 ? `færre enn ${most + 1}` : `${least} til ${most}`;
}
