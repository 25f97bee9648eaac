import type { SeededBug } from './seeded-bug.js';

/** Mistakes in conditions, several events at once, free order, and what operators mend by hand. */
export const seededEventBugs: readonly SeededBug[] = [
  {
    name: 'condition-is-not-watched',
    harm: 'Nobody notices that a condition has become true.',
    file: 'instance/events/occur-by-condition.ts',
    find: 'if (condition === undefined) return false;',
    replace: 'return false;',
  },
  {
    name: 'condition-occurs-for-ever',
    harm: 'A condition that stays true occurs again and again.',
    file: 'instance/events/satisfy-wait.ts',
    find: 'subscription: { ...heard, id, held: true }',
    replace: 'subscription: { ...heard, id, held: false }',
  },
  {
    name: 'one-of-both-is-enough',
    harm: 'An event that needs both messages occurs by the first.',
    file: 'instance/events/occur.ts',
    find: 'const isWhole = parts.length === trigger.triggers.length;',
    replace: 'const isWhole = parts.length > 0;',
  },
  {
    name: 'free-order-ends-with-the-first',
    harm: 'An ad-hoc sub-process is complete when the first of its activities is.',
    file: 'instance/activities/ad-hoc.ts',
    find: 'hasBegun === true && isScopeEmpty(work, element)',
    replace: 'hasBegun === true',
  },
  {
    name: 'discriminator-goes-on-twice',
    harm: 'What goes on with the first that is done goes on once more with the last.',
    file: 'instance/gateways/complex-state.ts',
    find: 'if (!isStart && !asksForPhase(work, gateway)) return { ok: true, flows: [] };',
    replace: '',
  },
  {
    name: 'resolved-but-not-run-again',
    harm: 'An incident that was resolved is gone, and nothing goes on.',
    file: 'instance/commands/resolve-incident.ts',
    find: 'if (element !== undefined) runAgain(',
    replace: 'if (element === undefined) runAgain(',
  },
  {
    name: 'timer-rings-as-drawn',
    harm: 'A timer that was set to another time rings when it would have rung before.',
    file: 'instance/state/evolve-operations.ts',
    find: 'changed: { drawnAt:',
    replace: 'dueAt: timer.dueAt, changed: { drawnAt:',
  },
  {
    name: 'taken-away-but-not-its-token',
    harm: 'What an operator took away leaves its token behind.',
    file: 'instance/operations/cancel-by-hand.ts',
    find: "if (tokenId !== undefined) work.record({ type: 'TokenConsumed', tokenId, node });",
    replace: '',
  },
];
