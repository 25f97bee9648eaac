import { describeTrigger } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';

/** A way in which cases of a process begin. */
export interface Start {
  readonly startEvent: string;
  readonly kind: string;
  readonly name: string;
  /** `hver 7. dag`, `når meldingen «klage» kommer`; empty where somebody starts it. */
  readonly text: string;
}

/** How cases of a process begin, as its start events say. */
export function startsOf({ key, scopes, nodes }: ProcessDefinition): readonly Start[] {
  return (scopes.get(key)?.startEvents ?? []).flatMap((id) => {
    const node = nodes.get(id);
    if (node?.kind !== 'startEvent') return [];
    const { trigger, name } = node;
    const text = trigger.kind === 'none' ? '' : describeTrigger(trigger);
    return [{ startEvent: id, kind: trigger.kind, name, text }];
  });
}
