import { computeDeadline, ruleInForce } from '../../engine/index.js';
import type { DeadlineRegister } from '../../engine/index.js';
import type { MoveWish } from '../../runtime/career/career-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { shownColumn } from '../figures/few-hidden.js';

/** What is counted of wishes to move: received, granted, refused, undecided, undecided too long, granted and still waiting. */
export const stuckColumns = ['wishes', 'granted', 'refused', 'undecided', 'overdue', 'waiting'] as const;

type Counts<Count> = Readonly<Record<(typeof stuckColumns)[number], Count>>;

/** One line: whom the homes are for where people are stuck. Null: from one to four. */
export interface StuckRow extends Counts<number | null> {
  readonly group: string;
}

/** Who wants to move and does not get away (S4:648 «fastlåst i systemet»), in numbers in which nobody is recognised. */
export interface StuckReport {
  readonly rows: readonly StuckRow[];
  readonly total: Counts<number | null>;
}

const tooLong = 'L-BYTTE-60';
const unknownGroup = 'ukjent';

/** Counts wishes by the group of homes that people live in. */
export function stuckReport(
  wishes: readonly MoveWish[],
  { today, deadlines }: { readonly today: LocalDate; readonly deadlines: DeadlineRegister },
): StuckReport {
  const isLate = ({ receivedOn }: MoveWish): boolean => {
    const rule = ruleInForce(deadlines, tooLong, receivedOn);
    return rule !== undefined && computeDeadline(rule, receivedOn).dueOn < today;
  };
  const counted: Counts<(wish: MoveWish) => boolean> = {
    wishes: () => true,
    granted: ({ outcome }) => outcome === 'innvilget' || outcome === 'delvis',
    refused: ({ outcome }) => outcome === 'avslag',
    undecided: isUndecided,
    overdue: (wish) => isUndecided(wish) && isLate(wish),
    waiting: ({ outcome, waits }) => waits && outcome !== undefined && outcome !== 'avslag',
  };
  const groups = [...new Set(wishes.map(groupOf))].toSorted();
  const columns = stuckColumns.map((name) => {
    const counts = groups.map(
      (group) => wishes.filter((wish) => groupOf(wish) === group && counted[name](wish)).length,
    );
    return { name, ...shownColumn(counts) };
  });
  return {
    rows: groups.map((group, place) => ({ group, ...named(columns, ({ cells }) => cells[place] ?? null) })),
    total: named(columns, ({ sum }) => sum),
  };
}

const groupOf = ({ group }: MoveWish): string => group ?? unknownGroup;

const isUndecided = ({ outcome, ended }: MoveWish): boolean => outcome === undefined && !ended;

interface Column {
  readonly name: (typeof stuckColumns)[number];
  readonly cells: readonly (number | null)[];
  readonly sum: number | null;
}

function named(columns: readonly Column[], valueOf: (column: Column) => number | null): Counts<number | null> {
  const value = (wanted: Column['name']): number | null => {
    const column = columns.find(({ name }) => name === wanted);
    return column === undefined ? null : valueOf(column);
  };
  return {
    wishes: value('wishes'),
    granted: value('granted'),
    refused: value('refused'),
    undecided: value('undecided'),
    overdue: value('overdue'),
    waiting: value('waiting'),
  };
}
