import type pg from 'pg';
import type { ChangeFeed } from '../runtime/read-ports.js';
import type { TenantId } from '../runtime/ports.js';
import type { Id } from '../shared/id.js';

type Listener = (id: Id<'ProcessInstance'>) => void;
interface ChangeMessage {
  readonly tenant: TenantId;
  readonly processInstanceIds: readonly Id<'ProcessInstance'>[];
}

const reconnectMilliseconds = 1000;

/** Listens for what commits in any process. Takes one connection of the pool; takes another when that one breaks. */
export class PostgresChangeFeed implements ChangeFeed {
  private readonly listeners = new Map<TenantId, Set<Listener>>();
  private client: pg.PoolClient | undefined;
  private isStopped = false;

  constructor(private readonly pool: pg.Pool) {}

  /** Resolves once changes are heard. */
  async start(): Promise<void> {
    const client = await this.pool.connect();
    if (this.isStopped) return client.release();

    this.client = client;
    client.on('notification', ({ payload }) => this.tell(payload ?? ''));
    client.on('error', () => this.reconnect(client));
    await client.query('listen boligflyt_changes').catch((failure: unknown) => {
      this.reconnect(client);
      throw failure;
    });
  }

  stop(): void {
    this.isStopped = true;
    // A connection that listens is of no use to others.
    this.client?.release(true);
    this.client = undefined;
  }

  subscribe(tenant: TenantId, listener: Listener): () => void {
    const listeners = this.listeners.get(tenant) ?? new Set();
    this.listeners.set(tenant, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  private tell(payload: string): void {
    const { tenant, processInstanceIds }: ChangeMessage = JSON.parse(payload);
    for (const listener of this.listeners.get(tenant) ?? []) processInstanceIds.forEach((id) => listener(id));
  }

  private reconnect(broken: pg.PoolClient): void {
    if (this.client !== broken) return;

    this.client = undefined;
    broken.release(true);
    this.startAgain();
  }

  private startAgain(): void {
    if (this.isStopped) return;
    setTimeout(() => void this.start().catch(() => this.startAgain()), reconnectMilliseconds).unref();
  }
}
