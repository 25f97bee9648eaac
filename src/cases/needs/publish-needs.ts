import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { NeedsPictureBook } from '../../runtime/need-ports.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import { listOf } from '../../shared/json.js';
import { completedBy } from '../completed-by.js';
import type { NeedRules } from './need-rules.js';
import { reportedNeeds } from './reported-needs.js';

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
    const items = reportedNeeds(needRules, listOf(job.variables['tellinger']));
    return { versjon: await needsPictures.publish({ tenant, processInstanceId, publishedAt, publishedBy, items }) };
  };
