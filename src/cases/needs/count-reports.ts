import type { Job, JobAnswer } from '../../runtime/jobs/job-handler.js';
import { listOf, objectOf } from '../../shared/json.js';
import { otherType, shownFigure } from './need-rules.js';
import type { NeedRules } from './need-rules.js';

/**
 * Job `tell-behov`: counts what a unit reported in `rader` by type of home, without those that another unit has reported. Gives `telling`
 * for the picture of needs; `antallMeldt` and `fordeling` say the same to who checks it, where few people are no figure, and
 * the sum is none beside them.
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
    const said = (people: number): string => String(shownFigure(rules, people) ?? `færre enn ${rules.smallestCell}`);
    const isHidden = counted.some(({ people }) => shownFigure(rules, people) === null);
    return {
      telling: counted.map(({ id, people }) => ({ id, people })),
      // Beside the other figures the sum would tell the one that is left out.
      antallMeldt: isHidden ? 'Vises ikke, fordi noen av tallene er små' : String(own.length),
      fordeling: counted.map(({ name, people }) => `${name}: ${said(people)}`),
    };
  };
