import type { Job, JobAnswer } from '../../runtime/jobs/job-handler.js';
import { listOf, objectOf } from '../../shared/json.js';
import { otherType } from './need-rules.js';
import type { NeedRules } from './need-rules.js';

/**
 * Job `tell-behov`: counts what a unit reported in `rader` by type of home, without those that another unit has reported. Gives `telling`
 * for the picture of needs; `antallMeldt` and `fordeling` tell who checks it about how many there are, and which types. The exact figures of the
 * units would tell, beside the picture that is published, the small figure of the one that is left.
 */
export const createCountReports =
  (rules: NeedRules) =>
  async ({ variables }: Pick<Job, 'variables'>): Promise<JobAnswer> => {
    const own = listOf(variables['rader'])
      .map(objectOf)
      .filter(({ meldtAvAndre }) => meldtAvAndre !== true);
    const counted = [...rules.homeTypes, otherType]
      .map(({ id, name }) => ({ id, name, people: own.filter(({ boligtype }) => boligtype === id).length }))
      .filter(({ people }) => people > 0);
    return {
      telling: counted.map(({ id, people }) => ({ id, people })),
      antallMeldt: aboutHowMany(rules, own.length),
      fordeling: counted.map(({ name }) => name),
    };
  };

// The lowest step is wider than the figures that are hidden: it does not say that there are few.
function aboutHowMany({ smallestCell }: NeedRules, people: number): string {
  if (people === 0) return '0';
  const step = smallestCell * 2;
  const from = Math.floor(people / step) * step;
  return from === 0 ? `færre enn ${step}` : `${from} til ${from + step - 1}`;
}
