import type { CaseOfPerson, CaseUnderWay } from '../../runtime/only-open-case.js';
import type { CommandRequest, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { together } from '../together.js';
import type { Transaction } from '../with-tenant.js';
import type { Change } from './change.js';

/** The newest open case of a process about a person, by `caseName`. */
export type OpenCases = ReadonlyMap<string, Id<'ProcessInstance'>>;

/** The name of a process and a person in `OpenCases`. */
export const caseName = ({ process, person }: CaseOfPerson): string => JSON.stringify([process, person]);

/**
 * The open cases that the requests must not start beside. Whoever else wants to start the only case of the same process about the same person waits
 * until this transaction ends, and sees then what it has started: no row can be locked that is not there yet.
 */
export async function lockOpenCases(
  transaction: Transaction,
  tenant: TenantId,
  requests: readonly CommandRequest[],
): Promise<OpenCases> {
  const wanted = requests.flatMap(({ onlyOpen }) => onlyOpen ?? []);
  if (wanted.length === 0) return new Map();

  const values = [tenant, JSON.stringify(wanted.map((one) => ({ ...one, name: caseName(one) })))];
  const [, { rows }] = await together([
    transaction.query({ name: 'lock-only-open', text: lockNames, values }),
    transaction.query<{ name: string; id: Id<'ProcessInstance'> }>({ name: 'find-open', text: selectOpen, values }),
  ]);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Says that there is such a case: from before, or started by a request earlier in this group. */
export function refusalToStart(
  { onlyOpen }: CommandRequest,
  open: OpenCases,
  accepted: readonly Change[],
): CaseUnderWay | undefined {
  if (onlyOpen === undefined) return undefined;

  const { process, person } = onlyOpen;
  const inGroup = accepted.find(
    ({ before, after }) =>
      before === undefined &&
      after.definition.key === process &&
      after.subject === person &&
      after.endedAt === undefined,
  );
  const known = inGroup?.after.id ?? open.get(caseName(onlyOpen));
  return known === undefined ? undefined : { reason: 'case-under-way', processInstanceId: known };
}

// In the order of their names, and after the cases: two groups never wait for each other in a circle.
const lockNames = `
  select pg_advisory_xact_lock(hashtextextended($1 || name, 0))
  from (select distinct name from json_to_recordset($2) as w(name text) order by name) as wanted`;

const selectOpen = `
  select distinct on (w.name) w.name, p.id from json_to_recordset($2) as w(name text, process text, person text)
  join process_instance as p
    on p.tenant = $1 and p.definition_key = w.process and p.subject = w.person and p.ended_at is null
  order by w.name, p.started_at desc, p.id desc`;
