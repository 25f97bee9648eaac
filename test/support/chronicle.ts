import type { Deadline, DeadlineRegister } from '../../src/engine/index.js';
import { ruleOf } from '../../src/engine/index.js';
import type { Play } from './play.js';

/** Something that happened to people: when, what, to whom and by which rule. */
export interface ChronicleEntry {
  /** `2026-12-24 08:00`, as the clock on the wall in Trondheim shows it. */
  readonly at: string;
  readonly kind: string;
  readonly what: string;
  readonly who: string;
  /** The same entry has the same key, whenever it is read. */
  readonly key: string;
  readonly instant: string;
  /** E.g. `D02, frist 2026-12-24`; empty where no deadline runs. */
  readonly rule: string;
  readonly law: string;
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

interface Row {
  readonly at: string;
  readonly kind: string;
  readonly what: string;
  readonly who: string | null;
  readonly deadline: Deadline | null;
  readonly key: string;
}

// What leads to something is committed before it: the number of the transaction that wrote a row, and in it the number of the
// event, put what happens in one instant in the order in which one thing led to another.
const sql = `
  with event as materialized (
    select instance, payload->>'type' as type, seq + place as seq, j.xmin::text::bigint as transaction,
      payload->>'timerId' as timer, coalesce(payload->>'userTaskId', payload->'task'->>'id') as task
    from journal as j, json_array_elements(events) with ordinality as e(payload, place)
    where at >= $1::timestamptz
      and payload->>'type' in ('UserTaskCreated', 'UserTaskCompleted', 'UserTaskReminded', 'DeadlineBreached')
  )
  select at, kind, what, who, deadline, kind || ' ' || key as key from (
    select t.created_at as at, e.transaction, e.seq, 'oppgave' as kind, t.name as what,
      coalesce(a.name, array_to_string(t.candidate_groups, ', ')) as who, t.deadline, t.id as key
    from event e join user_task t on t.id = e.task and e.type = 'UserTaskCreated'
      left join actor a on a.tenant = t.tenant and a.id = t.assignee and cardinality(t.candidate_groups) = 0
    union all
    select t.completed_at, e.transaction, e.seq, 'utført', t.name, a.name, null, t.id
    from event e join user_task t on t.id = e.task and e.type = 'UserTaskCompleted'
      join actor a on a.tenant = t.tenant and a.id = t.completed_by
    union all
    select l.sent_at, l.xmin::text::bigint, 0, 'brev', l.title, a.name, null, l.key
    from letter l left join actor a on a.tenant = l.tenant and a.id = l.to_actor
    union all
    select n.at, coalesce(e.transaction, n.xmin::text::bigint), coalesce(e.seq, 0), n.kind, coalesce(t.name, n.subject), a.name,
      t.deadline, n.key
    from notification n join actor a on a.tenant = n.tenant and a.id = n.to_actor
      left join event e on e.instance = n.instance and 'rung-' || e.timer = split_part(n.key, '/', 2)
      left join user_task t on t.id = e.task
    where n.kind in ('reminder', 'escalation', 'breach', 'legal-breach', 'pause', 'starvation') and n.state in ('sent', 'merged')
  ) as told where at >= $1::timestamptz order by at, transaction, seq, kind, what, who, key`;

const norwegian: Readonly<Record<string, string>> = {
  reminder: 'påminnelse',
  escalation: 'eskalering',
  breach: 'fristbrudd',
  'legal-breach': 'siste dag over',
  pause: 'frist på pause',
  starvation: 'ikke vurdert',
};

/** Everything that people were given or told so far, or from `since` on, in order. */
export async function readChronicle(
  play: Pick<Play, 'query'>,
  register: DeadlineRegister,
  since = '-infinity',
): Promise<readonly ChronicleEntry[]> {
  const rows = await play.query<Row>(sql, [since]);
  return rows.map(({ at, kind, what, who, deadline, key }) => ({
    key,
    instant: at,
    at: wallClock.format(new Date(at)),
    kind: norwegian[kind] ?? kind,
    what,
    who: who ?? '',
    rule: deadline === null ? '' : `${deadline.rule}, frist ${deadline.dueOn}`,
    law: (deadline && ruleOf(register, deadline)?.law) ?? '',
  }));
}

/** One line of the chronicle, without the law: what a list of expectations says. */
export const lineOf = ({ at, kind, what, who, rule }: ChronicleEntry): string =>
  [at, kind, what, who, rule].filter((part) => part !== '').join(' | ');
