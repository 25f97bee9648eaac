import type { CaseDecisionRegister } from '../../runtime/case-decision-ports.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { LegalBases } from '../decisions/legal-bases.js';
import { awaitsSecond } from '../decisions/second-signature.js';

/** What says whether a decision is signed as its legal basis asks. */
export interface SigningParts {
  readonly legalBases: LegalBases;
  readonly decisions: Pick<CaseDecisionRegister, 'ofCase'>;
}

/**
 * Throws where the letter of a decision is to be sent before a second person has approved it, whatever way the diagram took: the job fails,
 * and the incident says why.
 */
export async function requireSigned({ legalBases, decisions }: SigningParts, job: Job): Promise<void> {
  const letter = job.headers['brev'];
  const isOfDecision = legalBases.some(({ letters }) => Object.values(letters).includes(letter ?? ''));
  if (!isOfDecision) return;

  const newest = (await decisions.ofCase(job.tenant, job.processInstanceId)).at(-1);
  if (newest === undefined || !awaitsSecond(legalBases, newest)) return;
  throw new Error(`Expected decision ${newest.id} to be approved by a second person before its letter, but nobody has`);
}
