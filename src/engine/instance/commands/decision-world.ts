import type { DeadlineRegister } from '../../calendar/deadline-rule.js';
import type { Period } from '../../../shared/time.js';
import type { DecisionRegister } from '../../decision/decision-register.js';
import type { CompiledProcess } from '../../machine/compile-process.js';

/** What a decision may look at beside the instance: data that does not change while it decides. */
export interface DecisionWorld {
  readonly process: CompiledProcess;
  readonly deadlineRegister: DeadlineRegister;
  /** Absent: no rules are deployed, and a business rule task that asks some gets an incident. */
  readonly decisions?: DecisionRegister;
  /** How many bodies one multi-instance may have (`MI_LIMIT`); absent: 10,000. */
  readonly mostBodies?: number;
  /** How many steps one command may cause before it is taken for one that goes round (`LOOP_LIMIT`); absent: 10,000. */
  readonly mostSteps?: number;
  /** When a user task without any date of its own is due, counted from its creation (Europe/Oslo); absent: never. */
  readonly tasksDueWithin?: Period;
  /** Whether an instance whose next step nobody owns is an incident at once (invariant W); absent: it may wait for a message alone. */
  readonly watchesNextStep?: true;
  /** Only for a migration: the definition that the instance is to go on with. */
  readonly target?: CompiledProcess;
}
