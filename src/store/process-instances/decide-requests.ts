import { effectsOf, evolveAll } from '../../engine/index.js';
import type { Command, ProcessInstance } from '../../engine/index.js';
import type { CommandOutcome, CommandRequest, Decide, StaleProcessInstance, TenantId } from '../../runtime/ports.js';
import { evolveRecords } from '../../runtime/homes/evolve-records.js';
import type { RegisterDecision, RegisterRecords } from '../../runtime/homes/register-step.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import type { DefinitionFacts, WantedDefinition } from './definition-facts.js';
import { refusalToApprove } from './second-signers.js';
import type { DecisionsToApprove } from './second-signers.js';
import { refusalToStart } from './open-cases.js';
import type { OpenCases } from './open-cases.js';
import { repetitionOf } from './receipts.js';
import type { FirstUses } from './receipts.js';
import { refusalToTake } from './taken-messages.js';
import type { FreeMessages } from './taken-messages.js';

/** A request with everything it is decided on. */
export interface LoadedRequest {
  readonly request: CommandRequest;
  readonly before: ProcessInstance | undefined;
  readonly facts: DefinitionFacts | undefined;
  /** Only for a migration: the version that the case is to go on with, if there is such a one. */
  readonly target?: DefinitionFacts | undefined;
}

/** What is the same for the whole group. */
export interface GroupContext {
  readonly tenant: TenantId;
  readonly at: Instant;
  readonly firstUses: FirstUses;
  readonly freeMessages: FreeMessages;
  readonly openCases: OpenCases;
  readonly decide: Decide;
  readonly toApprove: DecisionsToApprove;
  /** What the requests' steps asked for, locked. */
  readonly records: RegisterRecords;
}

/** The answers in the order of the requests, and the changes that must be written for them to be true. */
export interface GroupDecision {
  readonly outcomes: readonly CommandOutcome[];
  readonly changes: readonly Change[];
}

/** Decides a group of requests for distinct cases. Writes nothing. */
export async function decideRequests(group: GroupContext, requests: readonly LoadedRequest[]): Promise<GroupDecision> {
  const outcomes: CommandOutcome[] = [];
  const changes: Change[] = [];
  let { records } = group;
  for (const loaded of requests) {
    const refused =
      repetitionOf(loaded.request, group.firstUses, changes) ??
      refusalToTake(loaded.request, group.freeMessages, changes) ??
      refusalToApprove(loaded.request, group.toApprove) ??
      refusalToStart(loaded.request, group.openCases, changes);
    const decided =
      refused === undefined
        ? await decideOne({ ...group, records }, loaded)
        : { ok: false as const, rejection: refused };
    if ('after' in decided) changes.push(decided);
    // Two of one group that want the same home: the second sees that it is taken.
    if ('after' in decided) records = decided.registers?.changes.reduce(evolveRecords, records) ?? records;
    outcomes.push('after' in decided ? outcomeOf(decided) : decided);
  }
  return { outcomes, changes };
}

type Refusal = Extract<CommandOutcome, { ok: false }>;

async function decideOne(
  group: GroupContext,
  { request, before, facts, target }: LoadedRequest,
): Promise<Change | Refusal> {
  const registers = stepOf(group, request);
  if (registers?.decision.ok === false) return registers.decision;
  const command: Command = withGifts({ ...request.command, at: group.at }, registers?.decision);
  // Without a case and a wish to start one the engine says what is missing; it needs no definition for that.
  const { key, version } = facts ?? { key: request.definition?.key ?? '', version: 0 };
  if (facts === undefined && command.type === 'StartProcessInstance') {
    return { ok: false, rejection: { reason: 'unknown-definition', processKey: key } };
  }
  if (facts === undefined) return { ok: false, rejection: { reason: 'process-instance-not-found' } };
  const stale = staleness(request, before);
  if (stale !== undefined) return { ok: false, rejection: stale };

  const { tenant } = group;
  const goal = target === undefined ? {} : { target: { tenant, key: target.key, version: target.version } };
  const decision = await group.decide(before, command, { tenant, key, version, ...goal });
  if (!decision.ok) return decision;

  const { events } = decision;
  const after = evolveAll(before, events);
  if (after === undefined) throw new Error(`Expected '${command.type}' to begin a case, but nothing followed from it`);
  const now = target !== undefined && isOf(after, target) ? target : facts;
  return {
    request,
    command,
    before,
    after,
    events,
    effects: events.flatMap(effectsOf),
    facts: now,
    ...decidedStep(group, registers),
  };
}

/** What the step of a request does to registers, or why it cannot be. */
function stepOf({ records, at }: GroupContext, { registers, command, processInstanceId }: CommandRequest) {
  if (registers === undefined) return undefined;
  const moment = { at, actor: command.actor.id, processInstanceId };
  return { moment, decision: registers.decide(records, moment) };
}

const decidedStep = ({ records }: GroupContext, step: ReturnType<typeof stepOf>) =>
  step?.decision.ok === true
    ? { registers: { before: records, changes: step.decision.changes, moment: step.moment } }
    : {};

const withGifts = (command: Command, decision: RegisterDecision | undefined): Command =>
  command.type === 'CompleteJob' && decision?.ok === true
    ? { ...command, variables: { ...command.variables, ...decision.gives } }
    : command;

function staleness(
  { expectedRevision: expected }: CommandRequest,
  before: ProcessInstance | undefined,
): StaleProcessInstance | undefined {
  if (expected === undefined || before === undefined || expected === before.revision) return undefined;
  return { reason: 'stale-process-instance', expected, actual: before.revision };
}

const isOf = ({ definition }: ProcessInstance, { key, version }: DefinitionFacts): boolean =>
  definition.key === key && definition.version === version;

/** The version that a request wants a running case to go on with. */
export const goalOf = ({ command, definition }: CommandRequest): WantedDefinition | undefined =>
  command.type === 'MigrateProcessInstance' ? definition : undefined;

const outcomeOf = ({ after, events, effects }: Change): CommandOutcome => ({
  ok: true,
  instance: after,
  events,
  effects,
});
