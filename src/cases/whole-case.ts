import type { ProcessInstance } from '../engine/index.js';
import type { TenantId } from '../runtime/ports.js';
import type { CaseReader, CaseRow } from '../runtime/read-ports.js';
import type { Id } from '../shared/id.js';
import { partOfApplication } from './access/part-of-application.js';
import { readerOf } from './access/reader-of.js';

/** The case that something done in this one is done for: the application that called it, where its process is a part of one; else itself. */
export const wholeCaseOf = ({ id, caller }: ProcessInstance, family: string | undefined): Id<'ProcessInstance'> =>
  family === partOfApplication && caller !== undefined ? caller.processInstanceId : id;

/** The same, of a case as a row. */
export const wholeCaseOfRow = ({
  id,
  family,
  parentId,
}: Pick<CaseRow, 'id' | 'family' | 'parentId'>): Id<'ProcessInstance'> =>
  family === partOfApplication && parentId !== undefined ? parentId : id;

/**
 * The parts of an application that have a case of their own, the oldest first. Whoever asks has been let into the whole, so they are asked for as
 * the person whom they are about.
 */
export async function partsOfCase(
  cases: Pick<CaseReader, 'list'>,
  tenant: TenantId,
  { id, subject, family }: Pick<CaseRow, 'id' | 'subject' | 'family'>,
): Promise<readonly CaseRow[]> {
  if (subject === undefined || family !== 'applicant') return [];
  const reader = readerOf({ tenant, actor: { id: subject, groups: [] } });
  return (await cases.list(reader, { parentId: id, family: partOfApplication })).toReversed();
}
