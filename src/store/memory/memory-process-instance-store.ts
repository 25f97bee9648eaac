import type {
  CommandOutcome,
  CommandRequest,
  Decide,
  DueRing,
  ProcessInstanceStore,
  RungTimer,
  TenantId,
} from '../../runtime/ports.js';
import { ringRequest } from '../../runtime/ring-request.js';
import { nodeHintsOf } from '../definitions/node-hints.js';
import type { Change } from '../process-instances/change.js';
import type { DecisionsToApprove } from '../process-instances/second-signers.js';
import { decideRequests, goalOf } from '../process-instances/decide-requests.js';
import type { DefinitionFacts, WantedDefinition } from '../process-instances/definition-facts.js';
import { caseName } from '../process-instances/open-cases.js';
import type { OpenCases } from '../process-instances/open-cases.js';
import { receiptName, rowsOfReceipts } from '../process-instances/receipts.js';
import { withHandedOver } from '../process-instances/handed-over.js';
import { rowsHandedOver, rowsOfOutbox, rowsSettled } from '../process-instances/rows-of-outbox.js';
import type { OutboxRow } from '../process-instances/rows-of-outbox.js';
import { rowsOfTimers } from '../process-instances/rows-of-timers.js';
import { rowsOfTaken } from '../process-instances/taken-messages.js';
import { dueTimersIn } from './memory-outbox.js';
import { takeMessage } from './memory-message-buffer.js';
import { keepJobs } from './memory-job-book.js';
import { keepRegisters, recordsAt } from './memory-register-desk.js';
import type { KeptEffect, Municipalities, Municipality } from './municipality.js';

// Decisions are kept by PostgreSQL alone; here nobody has made one that another could approve.
const noDecisions: DecisionsToApprove = new Map();

/** The write side in memory: one group at a time, and each writes everything or nothing. */
export class MemoryProcessInstanceStore implements ProcessInstanceStore {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly municipalities: Municipalities,
    private readonly decide: Decide,
  ) {}

  change(tenant: TenantId, requests: readonly CommandRequest[]): Promise<readonly CommandOutcome[]> {
    return this.inTurn(() => this.carryOut(tenant, requests));
  }

  changeDue(tenant: TenantId, { limit, except }: DueRing): Promise<readonly RungTimer[]> {
    return this.inTurn(async () => {
      const due = dueTimersIn(this.municipalities.of(tenant)).filter(({ id }) => !except.includes(id));
      // Read backwards, so that the first of a case's timers stays.
      const firsts = new Map(
        due
          .slice(0, limit)
          .toReversed()
          .map((timer) => [timer.instance, timer]),
      );
      const requests = [...firsts.values()].map(({ id, instance }) =>
        ringRequest(tenant, { id, processInstanceId: instance }),
      );
      const outcomes = await this.carryOut(tenant, requests);
      return requests.flatMap((request, place) => {
        const outcome = outcomes[place];
        return outcome === undefined ? [] : { request, outcome };
      });
    });
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async carryOut(tenant: TenantId, requests: readonly CommandRequest[]): Promise<readonly CommandOutcome[]> {
    const municipality = this.municipalities.of(tenant);
    const freeMessages = new Map([...municipality.messages].filter(([, { state }]) => state === 'waiting'));
    const { now: at, receipts: firstUses } = municipality;
    const records = recordsAt(municipality, at);
    const openCases = openCasesIn(municipality);
    const group = {
      tenant,
      at,
      firstUses,
      freeMessages,
      openCases,
      records,
      toApprove: noDecisions,
      decide: this.decide,
    };
    const loaded = requests.map((request) => {
      const before = municipality.instances.get(request.processInstanceId);
      const wanted = before?.definition ?? request.definition;
      const goal = goalOf(request);
      const target = goal && factsOf(municipality, goal);
      return { request, before, facts: wanted && factsOf(municipality, wanted), target };
    });

    const { outcomes, changes } = await decideRequests(group, loaded);
    // Everything that can fail has happened: from here on nothing waits and nothing throws.
    for (const change of changes) keep(municipality, tenant, change);
    const handed = changes.flatMap((change) => rowsHandedOver(change).map((row) => ({ ...row, id: effectId(row) })));
    return withHandedOver(tenant, outcomes, { changes, handed });
  }
}

const openCasesIn = ({ instances }: Municipality): OpenCases =>
  new Map(
    [...instances.values()].flatMap(({ id, endedAt, subject: person, definition: { key: process } }) =>
      endedAt === undefined && person !== undefined ? [[caseName({ process, person }), id] as const] : [],
    ),
  );

function factsOf(municipality: Municipality, { key, version }: WantedDefinition): DefinitionFacts | undefined {
  const versions = municipality.definitions.get(key) ?? [];
  const definition = versions[(version ?? versions.length) - 1]?.definition;
  if (definition === undefined) return undefined;

  const { name, hint } = definition;
  const { family, readers } = hint;
  const attention = hint.attention ?? null;
  return { key, version: definition.version, name, family, readers, hints: nodeHintsOf(definition), attention };
}

function keep(municipality: Municipality, tenant: TenantId, change: Change): void {
  const { after, events } = change;
  municipality.instances.set(after.id, after);
  municipality.journals.set(after.id, [...(municipality.journals.get(after.id) ?? []), ...events]);
  keepJobs(municipality, change);
  if (change.registers !== undefined) keepRegisters(municipality, change.registers);
  for (const timer of rowsOfTimers(change)) municipality.timers.set(timer.id, timer);
  for (const receipt of rowsOfReceipts(change)) {
    municipality.receipts.set(receiptName(receipt.actor, receipt.key), receipt);
  }
  for (const taken of rowsOfTaken(change)) takeMessage(municipality, taken);
  for (const { id } of rowsSettled(change)) settle(municipality, id);
  for (const row of rowsOfOutbox(change)) ask(row, { attempts: 0, silent: 0, claimedUntil: -Infinity });
  // Without a clock of its own a lease never runs out.
  for (const row of rowsHandedOver(change)) ask(row, { attempts: 1, silent: 1, claimedUntil: Infinity });

  function ask(row: OutboxRow, claim: Pick<KeptEffect, 'attempts' | 'silent' | 'claimedUntil'>): void {
    const id = effectId(row);
    if (municipality.effects.has(id)) return;
    const { payload: effect, at } = row;
    const kept = { tenant, id, processInstanceId: after.id, effect, at, state: 'waiting' } as const;
    municipality.effects.set(id, { ...kept, ...claim });
  }
}

function settle({ effects }: Municipality, id: string): void {
  const effect = effects.get(id);
  if (effect !== undefined) effects.set(id, { ...effect, state: 'done' });
}

const effectId = ({ instance, effectKey }: OutboxRow): string => `${instance}/${effectKey}`;
