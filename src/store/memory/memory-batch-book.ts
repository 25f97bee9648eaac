import type { ProcessInstance } from '../../engine/index.js';
import type {
  BatchBook,
  BatchItemRow,
  BatchRow,
  BatchSelection,
  ClaimedItem,
  ItemFilter,
  ItemResult,
  NewBatch,
} from '../../runtime/operations/batch-ports.js';
import { mostItems } from '../../runtime/operations/batch-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import type { Municipalities, Municipality } from './municipality.js';

type KeptItem = BatchItemRow & { readonly attempts: number; readonly isClaimed: boolean };

interface KeptBatch extends Omit<NewBatch, 'isPaused'> {
  readonly state: BatchRow['state'];
  readonly createdAt: Instant;
  readonly startedAt?: Instant;
  readonly finishedAt?: Instant;
  readonly items: readonly KeptItem[];
}

/** Batches in memory. Without a clock of its own a claim lasts until it is settled or forgotten. */
export class MemoryBatchBook implements BatchBook {
  private readonly kept = new Map<TenantId, Map<string, KeptBatch>>();

  constructor(private readonly municipalities: Municipalities) {}

  async create(tenant: TenantId, { isPaused, ...batch }: NewBatch): Promise<BatchRow | undefined> {
    const isSame = (one: KeptBatch): boolean => one.actor.id === batch.actor.id && one.request === batch.request;
    const first = [...this.of(tenant).values()].find(isSame);
    if (first !== undefined) return rowOf(first);

    const municipality = this.municipalities.of(tenant);
    const items = itemsOf(municipality, batch);
    if (items.length > mostItems) return undefined;
    const state = isPaused ? 'paused' : 'running';
    return rowOf(this.keep(tenant, { ...batch, state, createdAt: municipality.now, items }));
  }

  async find(tenant: TenantId, id: string): Promise<BatchRow | undefined> {
    const batch = this.of(tenant).get(id);
    return batch && rowOf(batch);
  }

  async list(tenant: TenantId): Promise<readonly BatchRow[]> {
    return [...this.of(tenant).values()].reverse().map(rowOf);
  }

  async items(tenant: TenantId, id: string, { state, after }: ItemFilter): Promise<readonly BatchItemRow[]> {
    const items = this.of(tenant).get(id)?.items ?? [];
    const wanted = items.filter((item) => item.seq > after && (state === undefined || item.state === state));
    return wanted.slice(0, 500).map(itemRowOf);
  }

  async move(tenant: TenantId, id: string, to: 'running' | 'paused' | 'cancelled'): Promise<boolean> {
    const batch = this.of(tenant).get(id);
    if (batch === undefined || batch.state === to || !['running', 'paused'].includes(batch.state)) return false;
    if (to !== 'cancelled') this.of(tenant).set(id, { ...batch, state: to });
    else {
      const finishedAt = this.municipalities.of(tenant).now;
      const skip = (item: KeptItem): KeptItem =>
        item.state === 'waiting' ? { ...item, state: 'skipped', finishedAt } : item;
      this.of(tenant).set(id, { ...batch, state: to, finishedAt, items: batch.items.map(skip) });
    }
    return true;
  }

  async claim(tenant: TenantId, limit: number): Promise<readonly ClaimedItem[]> {
    const running = [...this.of(tenant).values()].filter(({ state }) => state === 'running');
    const free = running.flatMap((batch) => batch.items.filter(isFree).map((item) => ({ batch, item })));
    return free.slice(0, limit).map(({ batch: { id }, item }) => {
      const batch = this.of(tenant).get(id);
      if (batch === undefined) throw new Error(`Expected batch '${id}' to be kept`);
      const claimed = { ...item, attempts: item.attempts + 1, isClaimed: true };
      const startedAt = batch.startedAt ?? this.municipalities.of(tenant).now;
      this.of(tenant).set(id, { ...batch, startedAt, items: replaced(batch, claimed) });
      return claimOf(tenant, batch, claimed);
    });
  }

  async settle(items: readonly (readonly [ClaimedItem, ItemResult])[]): Promise<void> {
    for (const [{ tenant, batch: id, seq }, result] of items) {
      const batch = this.of(tenant).get(id);
      const item = batch?.items.find((one) => one.seq === seq);
      if (batch === undefined || item === undefined || !['waiting', 'skipped'].includes(item.state)) continue;
      const over = { ...item, ...result, finishedAt: this.municipalities.of(tenant).now, isClaimed: false };
      const next = result.state === 'again' ? { ...item, isClaimed: false } : { ...over, state: result.state };
      this.keep(tenant, { ...batch, items: replaced(batch, next) });
    }
  }

  /** Gives back everything that is claimed. */
  async forgetClaims(tenant: TenantId): Promise<void> {
    for (const [id, batch] of this.of(tenant)) {
      const items = batch.items.map((item) => ({ ...item, isClaimed: false }));
      this.of(tenant).set(id, { ...batch, items });
    }
  }

  /** Keeps a batch; one that has nothing more to do is completed. */
  private keep(tenant: TenantId, batch: KeptBatch): KeptBatch {
    const isOver = batch.state !== 'cancelled' && batch.items.every(({ state }) => state !== 'waiting');
    const { now } = this.municipalities.of(tenant);
    const kept: KeptBatch = isOver
      ? { ...batch, state: 'completed', startedAt: batch.startedAt ?? now, finishedAt: now }
      : batch;
    this.of(tenant).set(batch.id, kept);
    return kept;
  }

  private of(tenant: TenantId): Map<string, KeptBatch> {
    const batches = this.kept.get(tenant) ?? new Map<string, KeptBatch>();
    this.kept.set(tenant, batches);
    return batches;
  }
}

const isFree = ({ state, isClaimed }: KeptItem): boolean => state === 'waiting' && !isClaimed;

const replaced = ({ items }: KeptBatch, item: KeptItem): readonly KeptItem[] =>
  items.map((one) => (one.seq === item.seq ? item : one));

function itemsOf(
  { instances }: Municipality,
  { selection, operation }: Omit<NewBatch, 'isPaused'>,
): readonly KeptItem[] {
  const cases = [...instances.values()].filter((one) => isSelected(one, selection)).map(({ id }) => id);
  const unknown = [...new Set(selection.ids ?? [])].filter((id) => !instances.has(id));
  const chosen = [...cases, ...unknown].sort();
  const items =
    operation.kind !== 'retry-incidents'
      ? chosen.map((processInstanceId) => ({ processInstanceId }))
      : chosen.flatMap((processInstanceId) =>
          [...(instances.get(processInstanceId)?.incidents.values() ?? [])]
            .filter(({ code }) => selection.incidentCode === undefined || code === selection.incidentCode)
            .map(({ id: incidentId }) => ({ processInstanceId, incidentId })),
        );
  return items.map((item, place) => ({ ...item, seq: place + 1, state: 'waiting', attempts: 0, isClaimed: false }));
}

function isSelected(one: ProcessInstance, { ids, process, version, state, incidentCode }: BatchSelection): boolean {
  if (ids !== undefined && !ids.includes(one.id)) return false;
  if (process !== undefined && one.definition.key !== process) return false;
  if (version !== undefined && one.definition.version !== version) return false;
  if (state !== undefined && !isIn(one, state)) return false;
  return incidentCode === undefined || [...one.incidents.values()].some(({ code }) => code === incidentCode);
}

function isIn(one: ProcessInstance, state: NonNullable<BatchSelection['state']>): boolean {
  if (state === 'suspended') return one.state === 'active' && one.suspended === true;
  if (state === 'incident') return one.state === 'active' && one.incidents.size > 0;
  return one.state === state && one.suspended !== true;
}

function claimOf(tenant: TenantId, { id: batch, operation, actor }: KeptBatch, item: KeptItem): ClaimedItem {
  const { seq, processInstanceId, incidentId, attempts: attempt } = item;
  const claim = { tenant, batch, seq, processInstanceId, operation, actor, attempt };
  return incidentId === undefined ? claim : { ...claim, incidentId };
}

function itemRowOf(item: KeptItem): BatchItemRow {
  const { attempts: _attempts, isClaimed: _isClaimed, ...row } = item;
  return row;
}

function rowOf(batch: KeptBatch): BatchRow {
  const { items, actor, request: _request, ...rest } = batch;
  const count = (wanted: string): number => items.filter(({ state }) => state === wanted).length;
  const counts = { total: items.length, done: count('done'), failed: count('failed'), skipped: count('skipped') };
  return { ...rest, actor: actor.id, ...counts };
}
