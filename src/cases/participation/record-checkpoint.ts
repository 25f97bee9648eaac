import type { CheckpointBook, CheckpointOutcome } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Json } from '../../shared/json.js';

const outcomes: readonly CheckpointOutcome['outcome'][] = ['gjennomfort', 'fravalgt', 'unntatt'];

/**
 * Job `registrer-medvirkning`: writes how a participation checkpoint (`kode`) ended (`status`, `begrunnelse`), in the case that
 * called for it; one about a single person (`MP-A…`) in the case itself. Without the one or the other the gate stays shut.
 */
export function createRecordCheckpoint(book: CheckpointBook, cases: Pick<CaseReader, 'find'>): JobHandler['run'] {
  return async ({ tenant, processInstanceId, variables, at }) => {
    const code = required(variables['kode'], 'kode');
    const outcome = outcomes.find((known) => known === variables['status']);
    if (outcome === undefined) throw new Error(`Expected 'status' to be one of ${outcomes.join(', ')}`);

    // What one person is asked (MP-A) is hers; what many are asked (MP-B) is the project's or the building's.
    const owner = code.startsWith('MP-A') ? processInstanceId : await callerOf(cases, tenant, processInstanceId);
    const reason = typeof variables['begrunnelse'] === 'string' ? { reason: variables['begrunnelse'] } : {};
    await book.write({ tenant, processInstanceId: owner, code, outcome, ...reason, at });
    return {};
  };
}

function required(value: Json | undefined, name: string): string {
  if (typeof value === 'string' && value !== '') return value;

  throw new Error(`Expected variable '${name}' to name the checkpoint`);
}

async function callerOf(
  cases: Pick<CaseReader, 'find'>,
  tenant: TenantId,
  id: Id<'ProcessInstance'>,
): Promise<Id<'ProcessInstance'>> {
  const row = await cases.find(tenant, id);
  return row?.parentId === undefined ? id : callerOf(cases, tenant, row.parentId);
}
