import type pg from 'pg';
import type { CommandOutcome, CommandRequest, Decide, ProcessInstanceStore, TenantId } from '../../runtime/ports.js';
import { together } from '../together.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { announceChanges } from './announce-changes.js';
import { retryOnConcurrentChange } from './concurrent-change.js';
import { decideRequests, goalOf } from './decide-requests.js';
import type { LoadedRequest } from './decide-requests.js';
import { DefinitionFactsBook } from './definition-facts.js';
import type { WantedDefinition } from './definition-facts.js';
import { loadInstances } from './load-instances.js';
import type { LoadedInstances } from './load-instances.js';
import { findFirstUses } from './receipts.js';
import { lockFreeMessages } from './taken-messages.js';
import { writeChanges } from './write-changes.js';

/**
 * The write side on PostgreSQL: lock, read the clock, decide, write, commit. `decide` may read definitions; give it
 * connections of another pool, so that no transaction waits for a connection that another one holds.
 */
export class PostgresProcessInstanceStore implements ProcessInstanceStore {
  private readonly facts = new DefinitionFactsBook();

  constructor(
    private readonly pool: pg.Pool,
    private readonly decide: Decide,
  ) {}

  async change(tenant: TenantId, requests: readonly CommandRequest[]): Promise<readonly CommandOutcome[]> {
    const outcomes = await retryOnConcurrentChange(() =>
      withTenant(this.pool, tenant, (transaction) => this.carryOut(transaction, tenant, requests)),
    );
    const changed = outcomes.flatMap((outcome) => (outcome.ok ? outcome.instance.id : []));
    announceChanges(this.pool, tenant, changed).catch(() => undefined);
    return outcomes;
  }

  private async carryOut(
    transaction: Transaction,
    tenant: TenantId,
    requests: readonly CommandRequest[],
  ): Promise<readonly CommandOutcome[]> {
    const ids = requests.map(({ processInstanceId }) => processInstanceId);
    const [loaded, firstUses, freeMessages] = await together([
      loadInstances(transaction, tenant, ids),
      findFirstUses(transaction, tenant, requests),
      lockFreeMessages(transaction, tenant, requests),
    ]);
    const group = { tenant, at: loaded.at, firstUses, freeMessages, decide: this.decide };

    const described = await this.describe(transaction, tenant, { requests, loaded });
    const { outcomes, changes } = await decideRequests(group, described);
    await writeChanges(transaction, tenant, changes);
    return outcomes;
  }

  private async describe(
    transaction: Transaction,
    tenant: TenantId,
    { requests, loaded }: { readonly requests: readonly CommandRequest[]; readonly loaded: LoadedInstances },
  ): Promise<readonly LoadedRequest[]> {
    const befores = requests.map(({ processInstanceId }) => loaded.instances.get(processInstanceId));
    const wanted: readonly WantedDefinition[] = requests.map(
      ({ definition }, place) => befores[place]?.definition ?? definition ?? nowhere,
    );
    const goals = requests.map((request) => goalOf(request) ?? nowhere);
    const facts = await this.facts.find(transaction, tenant, wanted);
    const targets = goals.every((goal) => goal === nowhere) ? [] : await this.facts.find(transaction, tenant, goals);
    return requests.map((request, place) => ({
      request,
      before: befores[place],
      facts: facts[place],
      target: targets[place],
    }));
  }
}

// A case that is not there, and is not to be started, has no definition: an empty key finds none.
const nowhere: WantedDefinition = { key: '', version: 0 };
