import { localDateOf } from '../../engine/index.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import { basisInForce, type LegalBases } from './legal-bases.js';

/**
 * Whether a decision waits for a second person: its legal basis says that two sign its outcome, or that two sign when it shuts somebody
 * out, and nobody has approved it. Until then it is a proposal: no letter goes, and the person is not told of it.
 */
export function awaitsSecond(
  bases: LegalBases,
  { legalBasis, outcome, content, decidedAt, approvedBy }: CaseDecision,
): boolean {
  if (legalBasis === undefined || approvedBy !== undefined) return false;
  const fourEyes = basisInForce(bases, legalBasis, localDateOf(decidedAt))?.fourEyes ?? [];
  const shutsOut = content['utestenging'] === 'ja';
  return fourEyes.some((one) => (one === 'utestenging' ? shutsOut : one === outcome));
}
