import type { ReadRelation, ReadRow, ShownPart } from '../../runtime/read-log-ports.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { dateInNorway } from '../deadlines/date-in-norway.js';
import { dateText } from '../fill-template.js';
import { groupName } from './group-names.js';

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

// In the order in which they are told.
const parts: readonly (readonly [ShownPart, string])[] = [
  ['export', 'hele saken din'],
  ['case', 'saken din'],
  ['application', 'søknaden din'],
  ['decision', 'vedtakene i saken din'],
  ['record', 'kartleggingen og bestillingen i saken din'],
  ['journal', 'historikken i saken din'],
  ['notices', 'meldingene i saken din'],
  ['letter', 'et brev i saken din'],
  ['journey', 'reisen din'],
  ['task', 'en oppgave i saken din'],
  ['person', 'det vi har registrert om deg'],
  ['waiting-list', 'plassen din på ventelista'],
  ['home', 'hvor du bor eller skal bo'],
];

const reasons: Readonly<Record<ReadRelation, (unit: string) => string>> = {
  unit: (unit) => `${unit} behandler saker som din.`,
  task: (unit) => `${unit} hadde en oppgave i saken din.`,
  shared: () => 'Du har latt dem handle for deg.',
  emergency: (unit) => `${unit} brukte nødtilgang. Personvernombudet har fått beskjed.`,
};

/** Reads as the person is told of them: one line for each reader, day, case and reason, the newest first. */
export function readsInWords(rows: readonly ReadRow[], nameOf: (actor: Id<'Actor'>) => string): readonly ReadInWords[] {
  const lines = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([dateInNorway(row.at), row.actor, row.caseId ?? null, row.role, row.relation]);
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()].flatMap((line) => lineInWords(line, nameOf));
}

function lineInWords(line: readonly ReadRow[], nameOf: (actor: Id<'Actor'>) => string): readonly ReadInWords[] {
  const [newest] = line;
  if (newest === undefined) return [];

  const { at, actor, role, relation, caseId } = newest;
  const [on, who, unit] = [dateInNorway(at), nameOf(actor), groupName(role)];
  const seen = parts.flatMap(([part, text]) => (line.some(({ shown }) => shown === part) ? [text] : []));
  const what = seen.length > 1 ? `${seen.slice(0, -1).join(', ')} og ${seen.at(-1)}` : seen.join();
  return [
    {
      ...{ on, who, unit, times: line.length },
      text: `${who} (${unit}) så ${what} ${dateText(on, 'nb')}.`,
      why: reasons[relation](unit),
      ...(caseId === undefined ? {} : { caseId }),
    },
  ];
}
