import type { ChangedDecision } from '../../runtime/changed-decision-ports.js';
import type { ChangeSettings } from './figure-settings.js';
import { suppress } from './suppress.js';

/** How many there are of something; null: hidden. */
export interface NamedCount {
  readonly name: string;
  readonly count: number | null;
}

/** How many decisions were changed: by cause, and by what became of them. */
export interface ChangedCounts {
  readonly total: number | null;
  readonly causes: readonly NamedCount[];
  readonly outcomes: readonly NamedCount[];
}

/** What it is called where nobody said why: appeals from before the cause was asked for. */
export const causeUnsaid = 'Ikke oppgitt';

/** What the cause of a change is called. */
export const causeOf = ({ causes }: ChangeSettings, { cause }: ChangedDecision): string =>
  (cause === null ? undefined : causes[cause]) ?? causeUnsaid;

/** What became of the decision, and who changed it. */
export const outcomeOf = ({ places }: ChangeSettings, { task, outcome }: ChangedDecision): string =>
  places.find((place) => place.task === task)?.names[outcome] ?? outcome;

/** Counts by cause and by outcome: exact for whoever sees each of the changes, otherwise nothing that tells of fewer than five. */
export function changedCounts(
  settings: ChangeSettings,
  changes: readonly ChangedDecision[],
  isExact: boolean,
): ChangedCounts {
  const causes = counted(
    [...Object.values(settings.causes), causeUnsaid],
    changes.map((one) => causeOf(settings, one)),
  );
  const outcomes = counted(
    settings.places.flatMap(({ names }) => Object.values(names)),
    changes.map((one) => outcomeOf(settings, one)),
  );
  if (isExact) return { total: changes.length, causes, outcomes };

  const { total, parts } = suppress([causes, outcomes].map((rows) => rows.map(({ count }) => count)));
  const shown = (rows: readonly NamedCount[], at: number) =>
    rows.map(({ name }, place) => ({ name, count: parts[at]?.[place] ?? null }));
  return { total, causes: shown(causes, 0), outcomes: shown(outcomes, 1) };
}

const counted = (names: readonly string[], of: readonly string[]) =>
  names.flatMap((name) => {
    const count = of.filter((one) => one === name).length;
    return count === 0 ? [] : [{ name, count }];
  });
