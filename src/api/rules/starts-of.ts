import { describeTrigger } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';

/** A way in which cases of a process begin. */
export interface Start {
  readonly kind: string;
  readonly name: string;
  /** `hver 7. dag`, `når meldingen «klage» kommer`; empty where somebody starts it. */
  readonly text: string;
  /** The first moment of what is repeated, on the clock on the wall, where the diagram says one. */
  readonly firstAt: string | null;
}

const firstMoment = /\/(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})/;

/** How cases of a process begin, as its start events say. */
export function startsOf({ key, scopes, nodes }: ProcessDefinition): readonly Start[] {
  return (scopes.get(key)?.startEvents ?? []).flatMap((id) => {
    const node = nodes.get(id);
    if (node?.kind !== 'startEvent') return [];
    const { trigger, name } = node;
    const schedule = trigger.kind === 'timer' && trigger.schedule.kind !== 'deadline' ? trigger.schedule : undefined;
    const firstAt = firstMoment.exec(schedule?.expression ?? '')?.[1] ?? null;
    return [{ kind: trigger.kind, name, text: trigger.kind === 'none' ? '' : describeTrigger(trigger), firstAt }];
  });
}
