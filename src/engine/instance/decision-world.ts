import type { DeadlineRegister } from '../calendar/deadline-rule.js';
import type { CompiledProcess } from '../machine/compile-process.js';

/** What a decision may look at beside the instance: data that does not change while it decides. */
export interface DecisionWorld {
  readonly process: CompiledProcess;
  readonly deadlineRegister: DeadlineRegister;
}
