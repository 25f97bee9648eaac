import type { Id } from '../../../shared/id.js';
import type { JoinReach } from '../../machine/join-reach.js';
import type { Token } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** The tokens of one scope as a gateway in it sees them that waits for several. */
export interface WaitingJoin {
  /** Tokens that wait there, the one that came first in front. */
  readonly waiting: readonly Token[];
  readonly elsewhere: readonly Token[];
  /** Whether a token is on its last step to it. */
  readonly isAwaiting: boolean;
}

/** Who waits at a join, and who does not. */
export function waitingAt(work: WorkingCopy, scopeInstanceId: Id<'ElementInstance'>, join: string): WaitingJoin {
  const { tokens, children } = work.groups();
  const stuck = new Set(
    children
      .of(scopeInstanceId)
      .filter(({ node }) => node === join)
      .map(({ tokenId }) => tokenId),
  );
  const waiting: Token[] = [];
  const elsewhere: Token[] = [];
  let isAwaiting = false;
  for (const token of tokens.of(scopeInstanceId)) {
    const isHere = token.node === join && !stuck.has(token.id);
    if (isHere && work.isArriving(token.id)) isAwaiting = true;
    else (isHere ? waiting : elsewhere).push(token);
  }
  return { waiting, elsewhere, isAwaiting };
}

/** The first token on each of these flows. */
export const firstOfEach = (waiting: readonly Token[], flows: readonly string[]): readonly Token[] =>
  flows.flatMap((flow) => waiting.find((token) => token.via === flow) ?? []);

/**
 * Whether a token elsewhere may still come by one of the flows that are missing (BPMN 2.0.2 §13.4.3). One that could as
 * well come by a flow that has been served is not waited for: nobody can tell which it will be.
 */
export function mayStillCome(
  reach: JoinReach,
  elsewhere: readonly Token[],
  flows: { readonly missing: readonly string[]; readonly served: readonly string[] },
): boolean {
  const reaches = (token: Token, flow: string): boolean => reach.get(flow)?.has(token.node) === true;
  return elsewhere.some(
    (token) => flows.missing.some((flow) => reaches(token, flow)) && !flows.served.some((flow) => reaches(token, flow)),
  );
}
