import type { ProcessInstance } from '../../engine/index.js';
import type { CaseEraser, DeletedCaseRow, Erasure, ErasureOutcome } from '../../runtime/operations/operation-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Municipalities, Municipality } from './municipality.js';

type Kept = DeletedCaseRow & { readonly request: string };

/** Deletes ended cases from memory. */
export class MemoryCaseEraser implements CaseEraser {
  private readonly gone = new Map<TenantId, readonly Kept[]>();

  constructor(private readonly municipalities: Municipalities) {}

  async erase(tenant: TenantId, erasure: Erasure): Promise<ErasureOutcome> {
    const municipality = this.municipalities.of(tenant);
    const { processInstanceId, request } = erasure;
    const before = this.gone.get(tenant) ?? [];
    if (before.some((row) => row.id === processInstanceId && row.request === request)) return 'deleted';

    const family = calledBy(municipality, processInstanceId);
    const [first] = family;
    if (first === undefined) return 'not-found';
    const caller = municipality.instances.get(first.caller?.processInstanceId ?? '');
    if ([...family, caller].some((one) => one?.state === 'active')) return 'active';
    const ids = new Set<string>(family.map(({ id }) => id));
    const waits = [...municipality.effects.values()].some(
      (one) => one.state === 'waiting' && ids.has(one.processInstanceId),
    );
    if (waits) return 'unsettled';

    this.gone.set(tenant, [...family.map((one) => rowOf(one, erasure, municipality.now)), ...before]);
    ids.forEach((id) => forget(municipality, id));
    return 'deleted';
  }

  async deleted(tenant: TenantId): Promise<readonly DeletedCaseRow[]> {
    return (this.gone.get(tenant) ?? []).map(({ request: _request, ...row }) => row);
  }
}

function calledBy(municipality: Municipality, id: string): readonly ProcessInstance[] {
  const all = [...municipality.instances.values()];
  const called = all.filter(({ caller }) => caller?.processInstanceId === id);
  return [...all.filter((one) => one.id === id), ...called.flatMap((one) => calledBy(municipality, one.id))];
}

function rowOf({ id, definition, state, startedAt, endedAt }: ProcessInstance, erasure: Erasure, now: string): Kept {
  const { actor: deletedBy, reason, request } = erasure;
  const { key: process, version } = definition;
  const row = { id, process, version, state, startedAt, deletedAt: now, deletedBy, reason, request };
  return endedAt === undefined ? row : { ...row, endedAt };
}

function forget(municipality: Municipality, id: string): void {
  municipality.instances.delete(id);
  municipality.journals.delete(id);
  const { timers, effects, jobs, receipts } = municipality;
  for (const [key, timer] of timers) if (timer.instance === id) timers.delete(key);
  for (const [key, effect] of effects) if (effect.processInstanceId === id) effects.delete(key);
  for (const [key, job] of jobs) if (job.processInstanceId === id) jobs.delete(key);
  for (const [key, receipt] of receipts) if (receipt.instance === id) receipts.delete(key);
}
