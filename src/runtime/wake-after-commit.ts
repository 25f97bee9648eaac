import type { CommitListener } from './command-handler.js';
import type { AlarmClock } from './ports.js';

/**
 * Tells the alarm clock what a committed command asks for. Whether it hears is of no consequence but time: rows in the
 * database are the truth, and the sweeper reads them.
 */
export function wakeAfterCommit(alarms: AlarmClock): CommitListener {
  const lost = (): void => undefined;
  return ({ tenant }, { instance, events, effects, claimed = [] }) => {
    // Whoever took them needs no waking.
    const taken = new Set(claimed.map(({ effect }) => effect.key));
    // For who begins to wait, or goes on, a message may be kept.
    let isWaiting = events.some(({ type }) => type === 'MessageSubscribed' || type === 'ProcessInstanceResumed');
    for (const effect of effects) {
      if (effect.type === 'ScheduleTimer') {
        const { timerId, dueAt } = effect;
        alarms.timerSet({ tenant, processInstanceId: instance.id, timerId, dueAt }).catch(lost);
      } else if (effect.type !== 'CancelTimer' && !taken.has(effect.key)) isWaiting = true;
    }
    if (isWaiting) alarms.effectsWaiting(tenant).catch(lost);
  };
}
