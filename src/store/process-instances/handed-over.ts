import type { CommandOutcome, TenantId } from '../../runtime/ports.js';
import type { Change } from './change.js';

/** A row of the outbox that was written as claimed. */
export interface HandedRow {
  readonly id: string;
  readonly instance: string;
  readonly effectKey: string;
}

/** The outcomes, each with the effects of its case that were handed over with it. */
export function withHandedOver(
  tenant: TenantId,
  outcomes: readonly CommandOutcome[],
  { changes, handed }: { readonly changes: readonly Change[]; readonly handed: readonly HandedRow[] },
): readonly CommandOutcome[] {
  if (handed.length === 0) return outcomes;

  const ids = new Map(handed.map(({ id, instance, effectKey }) => [`${instance}/${effectKey}`, id]));
  const times = new Map(changes.map(({ after, command }) => [after.id, command.at]));
  return outcomes.map((outcome) => {
    if (!outcome.ok) return outcome;

    const { id: processInstanceId } = outcome.instance;
    const at = times.get(processInstanceId);
    const claimed = outcome.effects.flatMap((effect) => {
      const id = ids.get(`${processInstanceId}/${effect.key}`);
      return id === undefined || at === undefined ? [] : { tenant, id, processInstanceId, effect, at, attempt: 1 };
    });
    return { ...outcome, claimed };
  });
}
