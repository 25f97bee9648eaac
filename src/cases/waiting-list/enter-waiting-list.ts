import { instantOf, isLocalDate, localDateOf } from '../../engine/index.js';
import type { CaseDecisionRegister } from '../../runtime/case-decision-ports.js';
import type { WaitingList } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import { circumstancesIn } from './priority/circumstances.js';

/** What a place on the list is made of. */
export interface EnterParts {
  readonly list: Pick<WaitingList, 'enter'>;
  readonly cases: Pick<CaseReader, 'find'>;
  readonly decisions: Pick<CaseDecisionRegister, 'ofCase'>;
}

/**
 * Job `venteliste-inn`: puts the case on the waiting list, with the task's variables as what is needed and what counts in the priority
 * key, and the day of the decision that gave the right to a home. A case that is on it
 * already keeps its place. Gives `ventelisteId`, by which the round tells it of a home, and `paVentelisteSiden`.
 */
export function createEnterWaitingList({ list, cases, decisions }: EnterParts): JobHandler['run'] {
  return async ({ tenant, processInstanceId, variables, at }) => {
    // After an appeal a new case stands on the list since the day the first one did.
    const { listedatoOn, ...said } = variables;
    const known = circumstancesIn(said);
    const need = Object.fromEntries(Object.entries(said).filter(([name]) => !(name in known)));
    const listedOn = typeof listedatoOn === 'string' && isLocalDate(listedatoOn) ? listedatoOn : undefined;
    const granting = (await decisions.ofCase(tenant, processInstanceId)).findLast(({ kind }) => kind === 'vedtak');
    const row = await cases.find(tenant, processInstanceId);
    await list.enter(tenant, {
      processInstanceId,
      title: row?.title ?? processInstanceId,
      ...(row?.subject === undefined ? {} : { applicant: row.subject }),
      enteredAt: listedOn === undefined ? at : instantOf(listedOn, '00:00'),
      need: { ...need, ...(granting && { vedtakOn: localDateOf(granting.decidedAt) }) },
      circumstances: known,
    });
    return { ventelisteId: processInstanceId, paVentelisteSiden: listedOn ?? localDateOf(at) };
  };
}
