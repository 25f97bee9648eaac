import { addPeriod, computeDeadline, daysBetween, ruleInForce } from '../../engine/index.js';
import type { DeadlineRegister, FlowNode, ProcessDefinition } from '../../engine/index.js';
import type { LocalDate } from '../../shared/time.js';

// With fewer finished phases than this, chance says more than experience.
const fewestCases = 3;

/** How long a phase is reckoned to take, in days, and from what. */
export interface ReckonedPhase {
  readonly phase: number;
  readonly name: string;
  /** `history`: the municipality's own projects; `rules`: the deadlines in the diagram, one after the other. */
  readonly basis: 'history' | 'rules';
  /** How many projects the history is of. */
  readonly cases: number;
  readonly shortest: number;
  readonly middle: number;
  readonly longest: number;
}

/** When a project is done: the middle, and the range if every phase goes as fast or as slowly as any has. */
export interface Forecast {
  readonly earliestOn: LocalDate;
  readonly likelyOn: LocalDate;
  readonly latestOn: LocalDate;
  readonly phases: readonly ReckonedPhase[];
}

/** A phase that is not over. */
export interface PhaseAhead {
  readonly phase: number;
  readonly name: string;
  /** Days that other projects of the municipality were in it. */
  readonly history: readonly number[];
  /** Days by the deadlines in the diagram. */
  readonly byRules: number;
}

/** Adds up the phases that are left, the first of them less the days since it began; never before today. */
export function forecastFinish(
  ahead: readonly PhaseAhead[],
  { today, since }: { readonly today: LocalDate; readonly since: LocalDate },
): Forecast {
  const spent = daysBetween(since, today);
  const phases = ahead.map(reckoned);
  const dayAfter = (of: (phase: ReckonedPhase) => number): LocalDate => {
    const left = phases.map((phase, place) => (place === 0 ? Math.max(0, of(phase) - spent) : of(phase)));
    return addPeriod(today, `P${left.reduce((sum, days) => sum + days, 0)}D`);
  };
  return {
    earliestOn: dayAfter(({ shortest }) => shortest),
    likelyOn: dayAfter(({ middle }) => middle),
    latestOn: dayAfter(({ longest }) => longest),
    phases,
  };
}

function reckoned({ phase, name, history, byRules }: PhaseAhead): ReckonedPhase {
  const cases = history.length;
  if (cases < fewestCases) {
    return { phase, name, basis: 'rules', cases, shortest: byRules, middle: byRules, longest: byRules };
  }
  const sorted = history.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor((cases - 1) / 2)] ?? byRules;
  return { phase, name, basis: 'history', cases, shortest: sorted[0] ?? 0, middle, longest: sorted.at(-1) ?? 0 };
}

/** How many days a phase takes when every deadline in it is kept on its last day, one after the other, from `startOn`. */
export function daysByRules(
  definition: ProcessDefinition,
  scope: string,
  { register, startOn }: { readonly register: DeadlineRegister; readonly startOn: LocalDate },
): number {
  const rules = [...definition.nodes.values()].flatMap((node) => (node.scope === scope ? ruleOfNode(node) : []));
  const endOn = rules.reduce<LocalDate>((on, id) => {
    const rule = ruleInForce(register, id, startOn);
    return rule === undefined ? on : computeDeadline(rule, on).dueOn;
  }, startOn);
  return daysBetween(startOn, endOn);
}

function ruleOfNode(node: FlowNode): readonly string[] {
  if (node.kind === 'userTask') return node.deadline === undefined ? [] : [node.deadline.rule];
  if (node.kind !== 'intermediateCatchEvent' || node.trigger.kind !== 'timer') return [];
  const { schedule } = node.trigger;
  return schedule.kind === 'deadline' ? [schedule.deadline.rule] : [];
}
