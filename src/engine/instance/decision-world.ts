import type { DeadlineRegister } from '../calendar/deadline-rule.js';
import type { DecisionRegister } from '../decision/decision-register.js';
import type { CompiledProcess } from '../machine/compile-process.js';

/** What a decision may look at beside the instance: data that does not change while it decides. */
export interface DecisionWorld {
  readonly process: CompiledProcess;
  readonly deadlineRegister: DeadlineRegister;
  /** Absent: no rules are deployed, and a business rule task that asks some gets an incident. */
  readonly decisions?: DecisionRegister;
  /** Only for a migration: the definition that the instance is to go on with. */
  readonly target?: CompiledProcess;
}
