import type { ProcessInstance } from '../../engine/index.js';
import type { RegisterRefusal } from '../../runtime/homes/register-step.js';
import type { CommandRequest, TenantId } from '../../runtime/ports.js';
import type { Transaction } from '../with-tenant.js';
import type { DefinitionFacts } from './definition-facts.js';

/** A request, and the case and the diagram that it is asked of. */
interface Asked {
  readonly request: CommandRequest;
  readonly before: ProcessInstance | undefined;
  readonly facts: DefinitionFacts | undefined;
}

/** The decision that a case's next approval is about, and who made it; by the id of the case. */
export type DecisionsToApprove = ReadonlyMap<string, { readonly id: string; readonly by: string }>;

/** Who made the decisions that these requests approve, whatever task their diagrams let approve them. */
export async function decisionsToApprove(
  transaction: Transaction,
  tenant: TenantId,
  loaded: readonly Asked[],
): Promise<DecisionsToApprove> {
  const wanted = loaded.flatMap((one) => approvalOf(one) ?? []);
  if (wanted.length === 0) return new Map();

  const { rows } = await transaction.query<{ instance: string; id: string; by: string }>({
    name: 'decisions-to-approve',
    text: selectDecisions,
    values: [tenant, JSON.stringify(wanted)],
  });
  return new Map(rows.map(({ instance, ...decision }) => [instance, decision]));
}

/** Says that whoever approves is the one who decided. */
export function refusalToApprove(
  { processInstanceId, command }: CommandRequest,
  deciders: DecisionsToApprove,
): RegisterRefusal | undefined {
  const decision = deciders.get(processInstanceId);
  if (decision === undefined || decision.by !== command.actor.id) return undefined;
  return { reason: 'four-eyes', record: decision.id };
}

/** The case, and the tasks whose decision is approved; no names: the newest decision of the case, whatever task made it. */
function approvalOf({ request: { command, processInstanceId }, before, facts }: Asked) {
  if (command.type !== 'CompleteUserTask') return undefined;
  const node = before?.userTasks.get(command.userTaskId)?.node;
  const hint = node === undefined ? undefined : facts?.hints[node];
  if (hint?.register !== 'vedtak-godkjent') return undefined;
  return { instance: processInstanceId, nodes: hint.otherThan ?? null };
}

/** The newest decision of a case that was made in one of the named tasks, and was not sent back: what an approval is about. */
export const newestToApprove = (tenant: string, instance: string, nodes: string): string => `
  select id, decided_by from case_decision
  where tenant = ${tenant} and instance = ${instance} and sent_back_at is null
    and (${nodes}::text is null or node = any(regexp_split_to_array(trim(${nodes}::text), '\\s+')))
  order by decided_at desc, id desc limit 1`;

const selectDecisions = `
  select w.instance, d.id, d.decided_by as by from json_to_recordset($2) as w(instance text, nodes text)
  cross join lateral (${newestToApprove('$1', 'w.instance', 'w.nodes')}) as d`;
