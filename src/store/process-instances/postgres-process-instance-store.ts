import type pg from 'pg';
import type {
  CommandOutcome,
  CommandRequest,
  Decide,
  DueRing,
  ProcessInstanceStore,
  RungTimer,
  TenantId,
} from '../../runtime/ports.js';
import { heldHomes, requireAllHeld } from '../homes/held-homes.js';
import { lockRecords, noRecords } from '../homes/lock-records.js';
import { together } from '../together.js';
import { withCasesOf } from '../with-tenant.js';
import type { OpenTransaction, Transaction } from '../with-tenant.js';
import { ChangeAnnouncer } from './announce-changes.js';
import { retryOnConcurrentChange } from './concurrent-change.js';
import { decideRequests, goalOf } from './decide-requests.js';
import type { GroupContext, LoadedRequest } from './decide-requests.js';
import { DefinitionFactsBook } from './definition-facts.js';
import type { WantedDefinition } from './definition-facts.js';
import { withHandedOver } from './handed-over.js';
import { loadInstances } from './load-instances.js';
import type { LoadedInstances } from './load-instances.js';
import { lockDueTimers } from './lock-due-timers.js';
import { decisionsToApprove } from './second-signers.js';
import { lockOpenCases } from './open-cases.js';
import { findFirstUses } from './receipts.js';
import { lockFreeMessages } from './taken-messages.js';
import { writeChanges } from './write-changes.js';

/** What is asked, and the locked cases of which it is asked. */
interface Asked {
  readonly requests: readonly CommandRequest[];
  readonly loaded: LoadedInstances;
}

/**
 * The write side on PostgreSQL: lock, read the clock, decide, write, commit. `decide` may read definitions; give it
 * connections of another pool, so that no transaction waits for a connection that another one holds.
 */
export class PostgresProcessInstanceStore implements ProcessInstanceStore {
  private readonly facts = new DefinitionFactsBook();

  private readonly announcer: ChangeAnnouncer;

  constructor(
    private readonly pool: pg.Pool,
    private readonly decide: Decide,
  ) {
    this.announcer = new ChangeAnnouncer(pool);
  }

  async change(tenant: TenantId, requests: readonly CommandRequest[]): Promise<readonly CommandOutcome[]> {
    const outcomes = await retryOnConcurrentChange(() =>
      withCasesOf(this.pool, tenant, (transaction, commitNow) =>
        this.carryOut({ transaction, commitNow }, tenant, requests),
      ),
    );
    this.announce(tenant, outcomes);
    return outcomes;
  }

  async changeDue(tenant: TenantId, due: DueRing): Promise<readonly RungTimer[]> {
    const rung = await retryOnConcurrentChange(() =>
      withCasesOf(this.pool, tenant, async (transaction, commitNow): Promise<readonly RungTimer[]> => {
        const { requests, loaded } = await lockDueTimers(transaction, tenant, due);
        const nothing = { firstUses: new Map(), freeMessages: new Map(), openCases: new Map(), records: noRecords };
        const group = { tenant, at: loaded.at, ...nothing };
        const outcomes = await this.decideAndWrite(
          { transaction, commitNow },
          { ...group, decide: this.decide },
          { requests, loaded },
        );
        return requests.flatMap((request, place) => {
          const outcome = outcomes[place];
          return outcome === undefined ? [] : { request, outcome };
        });
      }),
    );
    this.announce(
      tenant,
      rung.map(({ outcome }) => outcome),
    );
    return rung;
  }

  private announce(tenant: TenantId, outcomes: readonly CommandOutcome[]): void {
    this.announcer.announce(
      tenant,
      outcomes.flatMap((outcome) => (outcome.ok ? outcome.instance.id : [])),
    );
  }

  private async carryOut(
    open: OpenTransaction,
    tenant: TenantId,
    requests: readonly CommandRequest[],
  ): Promise<readonly CommandOutcome[]> {
    const { transaction } = open;
    const ids = requests.map(({ processInstanceId }) => processInstanceId);
    const steps = requests.flatMap(({ registers }) => registers ?? []);
    const homes = await heldHomes(transaction, tenant, steps);
    const [records, loaded, firstUses, freeMessages, openCases] = await together([
      // First, so that the clock, which is read after the cases are locked, is no older than what is seen of the registers.
      lockRecords(transaction, tenant, [...steps, { homes }]),
      loadInstances(transaction, tenant, ids),
      findFirstUses(transaction, tenant, requests),
      lockFreeMessages(transaction, tenant, requests),
      lockOpenCases(transaction, tenant, requests),
    ]);
    await requireAllHeld(transaction, tenant, { steps, records });
    const group = { tenant, at: loaded.at, firstUses, freeMessages, openCases, records, decide: this.decide };
    return this.decideAndWrite(open, group, { requests, loaded });
  }

  private async decideAndWrite(
    open: OpenTransaction,
    group: Omit<GroupContext, 'toApprove'>,
    asked: Asked,
  ): Promise<readonly CommandOutcome[]> {
    const described = await this.describe(open.transaction, group.tenant, asked);
    const toApprove = await decisionsToApprove(open.transaction, group.tenant, described);
    const { outcomes, changes } = await decideRequests({ ...group, toApprove }, described);
    const handed = await writeChanges(open, group.tenant, changes);
    return withHandedOver(group.tenant, outcomes, { changes, handed });
  }

  private async describe(
    transaction: Transaction,
    tenant: TenantId,
    { requests, loaded }: Asked,
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
