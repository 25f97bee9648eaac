import type { ProcessEvent } from '../instance/facts/process-event.js';

/** One thing that an inspector is told. Names of nodes and events only: what people have written stays where it is. */
export type InspectionStep =
  /** An actor begins: the case itself (no parent), or one token of it. */
  | { readonly kind: 'actor'; readonly actor: string; readonly parent?: string; readonly state: string }
  | { readonly kind: 'event'; readonly actor: string; readonly event: string }
  | { readonly kind: 'state'; readonly actor: string; readonly state: string; readonly status: 'active' | 'done' };

/** A journal as a play for an inspector: the case is one actor, every token another, in the order in which it happened. */
export function inspectionSteps(journal: readonly ProcessEvent[]): readonly InspectionStep[] {
  const standing = new Map<string, string>();
  let instance = '';
  return journal.flatMap((event): readonly InspectionStep[] => {
    if (event.type === 'ProcessInstanceStarted') {
      instance = event.processInstanceId;
      return [{ kind: 'actor', actor: instance, state: 'active' }];
    }
    return stepsOf(event, { instance, standing });
  });
}

interface Stage {
  readonly instance: string;
  /** Where each token stands. */
  readonly standing: Map<string, string>;
}

function stepsOf(event: ProcessEvent, { instance, standing }: Stage): readonly InspectionStep[] {
  switch (event.type) {
    case 'TokenCreated':
      standing.set(event.token.id, event.token.node);
      return [{ kind: 'actor', actor: event.token.id, parent: instance, state: event.token.node }];
    case 'TokenMoved':
      standing.set(event.tokenId, event.node);
      return [
        { kind: 'event', actor: event.tokenId, event: event.via },
        { kind: 'state', actor: event.tokenId, state: event.node, status: 'active' },
      ];
    case 'TokenConsumed':
      standing.delete(event.tokenId);
      return [{ kind: 'state', actor: event.tokenId, state: event.node, status: 'done' }];
    case 'ProcessInstanceCompleted':
    case 'ProcessInstanceCancelled':
      return [{ kind: 'state', actor: instance, state: nameOf(event), status: 'done' }];
    default:
      return 'node' in event
        ? [{ kind: 'event', actor: actorOn(event.node, standing) ?? instance, event: nameOf(event) }]
        : [];
  }
}

const actorOn = (node: string, standing: ReadonlyMap<string, string>): string | undefined =>
  [...standing].findLast(([, place]) => place === node)?.[0];

const nameOf = (event: ProcessEvent): string => ('node' in event ? `${event.type} ${event.node}` : event.type);
