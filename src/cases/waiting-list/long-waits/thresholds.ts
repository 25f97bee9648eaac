import { addPeriod } from '../../../engine/index.js';
import type { DecisionBook } from '../../../runtime/decision-ports.js';
import type { TenantId } from '../../../runtime/ports.js';
import type { LocalDate } from '../../../shared/time.js';
import { readLocalChoice } from '../../local-choices/local-choice.js';

/** The local choices that say after how many months a wait is long, the shortest first (workflows/lokalt-valg/). What they may be does not overlap. */
export const thresholdChoices = [1, 2, 3, 4].map((place) => `ventetidsgrense-${place}`);

/** A threshold that somebody has passed. */
export interface PassedThreshold {
  /** 1 for the first. After the last that is chosen there is one a year. */
  readonly level: number;
  readonly months: number;
}

/** After how many months a wait is long in this municipality, ascending; those that nobody has chosen are left out. */
export async function thresholdsOf(
  book: Pick<DecisionBook, 'versionsOf'>,
  tenant: TenantId,
): Promise<readonly number[]> {
  const chosen = await Promise.all(
    thresholdChoices.map(async (id) => {
      const [inForce] = await book.versionsOf(tenant, id);
      const value = inForce === undefined ? undefined : await chosenIn(inForce.xml);
      return typeof value === 'number' ? [value] : [];
    }),
  );
  return chosen.flat();
}

/** The highest threshold that somebody has passed on a day: on that which by its number is the day from which they wait (as in domstolloven § 148). */
export function passedOn(since: LocalDate, thresholds: readonly number[], on: LocalDate): PassedThreshold | undefined {
  let passed: PassedThreshold | undefined;
  for (const next of steps(thresholds)) {
    if (reachedOn(since, next) > on) break;
    passed = next;
  }
  return passed;
}

/** The day on which somebody passes the next threshold; undefined where none is chosen. */
export function nextOn(since: LocalDate, thresholds: readonly number[], on: LocalDate): LocalDate | undefined {
  for (const next of steps(thresholds)) {
    const reached = reachedOn(since, next);
    if (reached > on) return reached;
  }
  return undefined;
}

function* steps(thresholds: readonly number[]): Generator<PassedThreshold> {
  const last = thresholds.at(-1);
  if (last === undefined) return;
  for (let level = 1; ; level += 1) {
    yield { level, months: thresholds[level - 1] ?? last + 12 * (level - thresholds.length) };
  }
}

const reachedOn = (since: LocalDate, { months }: PassedThreshold): LocalDate => addPeriod(since, `P${months}M`);

// A version of a choice never changes what it says: its document is read once.
const read = new Map<string, Promise<unknown>>();
const mostRead = 100;

function chosenIn(dmn: string): Promise<unknown> {
  const known = read.get(dmn);
  if (known !== undefined) return known;

  const value = readLocalChoice(dmn).then((choice) => choice?.value);
  if (read.size >= mostRead) read.clear();
  read.set(dmn, value);
  return value;
}
