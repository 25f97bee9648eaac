import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { NeedsPictureBook, ReportedNeed } from '../../runtime/need-ports.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import { listOf, objectOf } from '../../shared/json.js';
import type { Json } from '../../shared/json.js';
import { completedBy } from '../completed-by.js';
import { otherType } from './need-rules.js';
import type { NeedRules } from './need-rules.js';

/** What a picture of needs is published with. */
export interface PublishParts {
  readonly needsPictures: Pick<NeedsPictureBook, 'publish'>;
  readonly needRules: NeedRules;
  readonly cases: Pick<CaseReader, 'journal'>;
}

/**
 * Job `publiser-behovsbilde`: adds up what every unit counted (`tellinger`), publishes it as the next version of the picture of needs by
 * who completed the task in header `oppgave`, and gives `versjon`. Safe to repeat.
 */
export const createPublishNeeds =
  ({ needsPictures, needRules, cases }: PublishParts): JobHandler['run'] =>
  async (job) => {
    const { tenant, processInstanceId, at: publishedAt } = job;
    const publishedBy = await completedBy(job, cases);
    const items = sumOf(needRules, listOf(job.variables['tellinger']));
    return { versjon: await needsPictures.publish({ tenant, processInstanceId, publishedAt, publishedBy, items }) };
  };

/** Every type of the rules, with 0 where nobody needs it. */
function sumOf(rules: NeedRules, units: readonly Json[]): readonly ReportedNeed[] {
  const counts = units.flatMap((unit) => listOf(unit)).map(objectOf);
  return [...rules.homeTypes, otherType].map(({ id, name }) => ({
    ...{ id, name },
    people: counts
      .filter((count) => count['id'] === id)
      .reduce((sum, { people }) => sum + (typeof people === 'number' ? people : 0), 0),
  }));
}
