import type { Id } from '../../../shared/id.js';
import type { ComplexGateway } from '../../definition/flow-node.js';
import { asksForPhase, complexSight, flowsUsed, turnGateway, type GatewayPlace } from './complex-state.js';
import { evaluateExpression, type Evaluated } from '../flow/evaluate-mappings.js';
import { createToken, type GatewayPhase } from '../flow/leave-node.js';
import { passNode, standInFor } from '../flow/pass-node.js';
import type { Token } from '../state/process-instance.js';
import { raiseIncident } from '../flow/run-phase.js';
import { firstOfEach, mayStillCome, waitingAt, type WaitingJoin } from './waiting-join.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/**
 * A join by a condition (BPMN 2.0.2 §13.4.5): goes on when its condition holds with one token of each flow that has one,
 * then waits for the rest as an inclusive gateway would, takes that too, and begins anew.
 */
export function enterComplexGateway(work: WorkingCopy, gateway: ComplexGateway, arrived: Token): void {
  // A token that came by no flow was placed here by hand, or the process begins here.
  if (arrived.via === undefined) passNode(work, arrived);
  else joinByCondition(work, gateway, arrived.scopeInstanceId);
}

/** Lets a complex gateway of one scope go on if it may; says whether it did. */
export function joinByCondition(
  work: WorkingCopy,
  gateway: ComplexGateway,
  scopeInstanceId: Id<'ElementInstance'>,
): boolean {
  const tokens = waitingAt(work, scopeInstanceId, gateway.id);
  const place = { gateway, scopeInstanceId };
  if (tokens.isAwaiting || isStuck(work, place)) return false;

  const used = flowsUsed(work, place);
  return used === undefined ? start(work, { ...place, ...tokens }) : reset(work, { ...place, ...tokens, used });
}

type GatewayHere = WaitingJoin & GatewayPlace;

function start(work: WorkingCopy, here: GatewayHere): boolean {
  const { gateway, waiting } = here;
  const last = waiting.at(-1);
  if (last === undefined) return false;

  const active = isActive(work, here);
  if (!active.ok) {
    raiseIncident(work, standInFor(work, last, 'activating'), active.problem);
    return false;
  }
  if (!active.value) return false;
  const joined = firstOfEach(waiting, gateway.incoming);
  const used = joined.flatMap(({ via }) => via ?? []);
  // Where each flow has brought a token nothing is left to wait for: it begins anew at once.
  if (used.length < gateway.incoming.length) turnGateway(work, here, used);
  goOnWith(work, joined);
  return true;
}

function reset(work: WorkingCopy, here: GatewayHere & { readonly used: readonly string[] }): boolean {
  const { gateway, scopeInstanceId, waiting, elsewhere, used } = here;
  const joined = firstOfEach(
    waiting,
    gateway.incoming.filter((flow) => !used.includes(flow)),
  );
  const served = [...used, ...joined.flatMap(({ via }) => via ?? [])];
  const missing = gateway.incoming.filter((flow) => !served.includes(flow));
  const reach = work.world.process.joins.get(gateway.id) ?? new Map<string, ReadonlySet<string>>();
  if (mayStillCome(reach, elsewhere, { missing, served })) return false;

  turnGateway(work, here, undefined);
  // Its ways may ask for the second phase though nothing more has come.
  const asked = joined.length === 0 && asksForPhase(work, gateway);
  goOnWith(work, asked ? [createToken(work, scopeInstanceId, { node: gateway.id })] : joined, { isReset: true });
  return true;
}

function goOnWith(work: WorkingCopy, [first, ...others]: readonly Token[], phase?: GatewayPhase): void {
  for (const token of others) work.record({ type: 'TokenConsumed', tokenId: token.id, node: token.node });
  if (first !== undefined) passNode(work, first, phase);
}

const isStuck = (work: WorkingCopy, { gateway, scopeInstanceId }: GatewayPlace): boolean =>
  work
    .groups()
    .children.of(scopeInstanceId)
    .some(({ node }) => node === gateway.id);

function isActive(work: WorkingCopy, here: GatewayHere): Evaluated<boolean> {
  const { gateway, waiting } = here;
  const { activationCondition, incoming } = gateway;
  if (activationCondition === undefined) {
    return { ok: true, value: firstOfEach(waiting, incoming).length === incoming.length };
  }
  const condition = evaluateExpression(activationCondition, complexSight(work, here, activationCondition));
  return condition.ok ? { ok: true, value: condition.value === true } : condition;
}
