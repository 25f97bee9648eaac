import type { CommandOutcome } from './ports.js';

/** Throws unless the command was carried out: now, or, as the listed rejections say, by an earlier attempt. */
export function expectDone(outcome: CommandOutcome, alreadyDone: readonly string[]): void {
  if (outcome.ok || alreadyDone.includes(outcome.rejection.reason)) return;

  throw new Error(`Expected the effect to be carried out, but it was refused: ${JSON.stringify(outcome.rejection)}`);
}
