import type { ReadRow } from '../../runtime/read-log-ports.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { dateInNorway } from '../deadlines/date-in-norway.js';
import { dateText, fillTemplate } from '../fill-template.js';
import { groupName } from './group-names.js';
import type { ReadWords, ToBoth } from './read-words.js';

/** Who saw what of a person on one day, in plain words. */
export interface ReadInWords {
  readonly on: LocalDate;
  readonly who: string;
  /** What they are: the unit by which they might see it. */
  readonly unit: string;
  readonly caseId?: Id<'ProcessInstance'>;
  readonly times: number;
  readonly text: string;
  readonly why: string;
}

/** Reads as the person is told of them: one line for each reader, day, case and reason, the newest first. */
export function readsInWords(
  rows: readonly ReadRow[],
  words: ReadWords,
  nameOf: (actor: Id<'Actor'>) => string,
): readonly ReadInWords[] {
  const lines = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([dateInNorway(row.at), row.actor, row.caseId ?? null, row.role, row.relation]);
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()].flatMap((line) => lineInWords(line, words, nameOf));
}

function lineInWords(
  line: readonly ReadRow[],
  words: ReadWords,
  nameOf: (actor: Id<'Actor'>) => string,
): readonly ReadInWords[] {
  const [newest] = line;
  if (newest === undefined) return [];

  const { at, actor, role, caseId } = newest;
  const [on, who, unit] = [dateInNorway(at), nameOf(actor), groupName(role)];
  const seen = Object.entries(words.parts).flatMap(([part, { own }]) =>
    line.some(({ shown }) => shown === part) ? [own] : [],
  );
  const what = seen.length > 1 ? `${seen.slice(0, -1).join(', ')} og ${seen.at(-1)}` : seen.join();
  return [
    {
      ...{ on, who, unit, times: line.length },
      text: `${who} (${unit}) så ${what} ${dateText(on, 'nb')}.`,
      why: whyInWords(newest, words, 'own'),
      ...(caseId === undefined ? {} : { caseId }),
    },
  ];
}

/** Why somebody might see what they saw, to the person (`own`) or to whoever looks after reads. */
export const whyInWords = (
  { role, relation }: Pick<ReadRow, 'role' | 'relation'>,
  { reasons }: ReadWords,
  to: keyof ToBoth,
): string => fillTemplate(reasons[relation][to], { enhet: groupName(role) });
