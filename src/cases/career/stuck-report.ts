import { computeDeadline, ruleInForce } from '../../engine/index.js';
import type { DeadlineRegister } from '../../engine/index.js';
import type { MoveWish } from '../../runtime/career/career-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { breakDown, suppressSum } from '../figures/suppress.js';

/** What is counted of wishes to move: received, granted, refused, undecided, undecided too long, granted and still waiting. */
type Counts<Count> = Readonly<Record<'wishes' | 'granted' | 'refused' | 'undecided' | 'overdue' | 'waiting', Count>>;

/** One line: whom the homes are for where people are stuck. Null: few, or few would follow from it and what is beside it. */
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
export function stuckReport(wishes: readonly MoveWish[], knowledge: StuckKnowledge): StuckReport {
  const groups = [...new Set(wishes.map(groupOf))].toSorted();
  const lines = groups.map((group) =>
    countsOf(
      wishes.filter((wish) => groupOf(wish) === group),
      knowledge,
    ),
  );
  const sizes = suppressSum(lines.map((line) => line.wishes));
  const told = partitions.map((kindsOf) => breakDown(lines.map(kindsOf)));
  return {
    rows: lines.map((line, at) => {
      const [outcomes, waits, delays] = told.map((one) => one.lines[at] === true);
      return { group: groups[at] ?? unknownGroup, ...shown(line, sizes.cells[at], { outcomes, waits, delays }) };
    }),
    total: shown(sumOf(lines), sizes.sum, { outcomes: told[0]?.sum, waits: told[1]?.sum, delays: told[2]?.sum }),
  };
}

/** What counting goes by: which day it is, and how long is too long. */
export interface StuckKnowledge {
  readonly today: LocalDate;
  readonly deadlines: DeadlineRegister;
}

type Line = Counts<number>;

// Nobody is in two kinds of one partition, and those who have no column of their own (`rest`) are in it: they are what is left.
const rest = ({ wishes, granted, refused, undecided }: Line): number => wishes - granted - refused - undecided;
const partitions: readonly ((line: Line) => readonly number[])[] = [
  (line) => [line.granted, line.refused, line.undecided, rest(line)],
  (line) => [line.waiting, line.granted - line.waiting, line.refused, line.undecided, rest(line)],
  (line) => [line.overdue, line.undecided - line.overdue, line.granted, line.refused, rest(line)],
];

function countsOf(wishes: readonly MoveWish[], { today, deadlines }: StuckKnowledge): Line {
  const isLate = ({ receivedOn }: MoveWish): boolean => {
    const rule = ruleInForce(deadlines, tooLong, receivedOn);
    return rule !== undefined && computeDeadline(rule, receivedOn).dueOn < today;
  };
  const granted = wishes.filter(({ outcome }) => outcome === 'innvilget' || outcome === 'delvis');
  const undecided = wishes.filter(({ outcome, ended }) => outcome === undefined && !ended);
  return {
    wishes: wishes.length,
    granted: granted.length,
    refused: wishes.filter(({ outcome }) => outcome === 'avslag').length,
    undecided: undecided.length,
    overdue: undecided.filter(isLate).length,
    waiting: granted.filter(({ waits }) => waits).length,
  };
}

const sumOf = (lines: readonly Line[]): Line => ({
  wishes: total(lines, 'wishes'),
  granted: total(lines, 'granted'),
  refused: total(lines, 'refused'),
  undecided: total(lines, 'undecided'),
  overdue: total(lines, 'overdue'),
  waiting: total(lines, 'waiting'),
});

const total = (lines: readonly Line[], column: keyof Line): number =>
  lines.reduce((sum, line) => sum + line[column], 0);

/** Which figures of a line nobody is recognised by. */
interface Told {
  readonly outcomes: boolean | undefined;
  readonly waits: boolean | undefined;
  readonly delays: boolean | undefined;
}

const shown = (line: Line, wishes: number | null = null, { outcomes, waits, delays }: Told): Counts<number | null> => ({
  wishes,
  granted: outcomes ? line.granted : null,
  refused: outcomes ? line.refused : null,
  undecided: outcomes ? line.undecided : null,
  overdue: delays ? line.overdue : null,
  waiting: waits ? line.waiting : null,
});

const groupOf = ({ group }: MoveWish): string => group ?? unknownGroup;
