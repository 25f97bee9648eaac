import type { Id } from '../../../shared/id.js';
import type { ComplexGateway } from '../../definition/flow-node.js';
import { waysOut, type WaysOut } from '../../machine/ways-out.js';
import type { Token } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';
import { layOver, type Sight } from '../../expression/sight.js';

/** A complex gateway in one instance of its scope. */
export interface GatewayPlace {
  readonly gateway: ComplexGateway;
  readonly scopeInstanceId: Id<'ElementInstance'>;
}

/** The flows by which tokens came when a complex gateway last fired; undefined while it waits for start. */
export function flowsUsed(
  work: WorkingCopy,
  { gateway, scopeInstanceId }: GatewayPlace,
): readonly string[] | undefined {
  const { resetting = {} } = work.instance().elements.get(scopeInstanceId)?.progress ?? {};
  return Object.hasOwn(resetting, gateway.id) ? resetting[gateway.id] : undefined;
}

/** Turns a complex gateway to waiting for the rest, or back to waiting for start (BPMN 2.0.2 §13.4.5). */
export function turnGateway(
  work: WorkingCopy,
  { gateway, scopeInstanceId }: GatewayPlace,
  used: readonly string[] | undefined,
): void {
  const { [gateway.id]: _before, ...others } = work.instance().elements.get(scopeInstanceId)?.progress?.resetting ?? {};
  work.record({
    type: 'ElementProgressed',
    elementInstanceId: scopeInstanceId,
    node: gateway.id,
    progress: { resetting: used === undefined ? others : { ...others, [gateway.id]: used } },
  });
}

/**
 * What conditions at a complex gateway see beside the variables: `waitingForStart`, and `activationCount`, the tokens that
 * wait. Written with a dot or brackets (`activationCount.flow`) it is a context of the tokens by flow, else their sum.
 */
export function complexSight(
  work: WorkingCopy,
  place: GatewayPlace & { readonly waiting: readonly Token[] },
  source: string,
): Sight {
  const { gateway, scopeInstanceId, waiting } = place;
  const byFlow = Object.fromEntries(
    gateway.incoming.map((flow) => [flow, waiting.filter((token) => token.via === flow).length]),
  );
  const asksByFlow = /activationCount\s*[.[]|\(\s*activationCount\s*[,)]/.test(source);
  return layOver(sightFrom(work, scopeInstanceId), {
    activationCount: asksByFlow ? byFlow : waiting.length,
    waitingForStart: flowsUsed(work, place) === undefined,
  });
}

/** The ways out of a complex gateway: it is left for the first time (`isStart`), or by its reset, which may lead nowhere. */
export function complexWays(
  work: WorkingCopy,
  gateway: ComplexGateway,
  { token, isStart }: { readonly token: Token; readonly isStart: boolean },
): WaysOut {
  // Ways that do not ask for the phase are those of a discriminator or partial join, whose reset leads nowhere.
  if (!isStart && !asksForPhase(work, gateway)) return { ok: true, flows: [] };

  const sight = layOver(sightFrom(work, token.scopeInstanceId), { waitingForStart: isStart });
  const ways = waysOut(work.world.process, gateway, sight);
  return !ways.ok && ways.code === 'NO_FLOW' && !isStart ? { ok: true, flows: [] } : ways;
}

/** Whether a way out of a complex gateway depends on its phase. */
export function asksForPhase(work: WorkingCopy, { outgoing }: ComplexGateway): boolean {
  const { flows } = work.world.process.definition;
  return outgoing.some((id) => /\bwaitingForStart\b/.test(flows.get(id)?.condition ?? ''));
}
