import type pg from 'pg';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { NewRead, OverseenRead, ReadLog, ReadRow, ReadsWanted, Showing } from '../../runtime/read-log-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { selectPersons } from '../people/person-statements.js';
import { caseFound, selectCases } from '../queries/find-cases.js';
import type { FoundCase } from '../queries/find-cases.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { selectReads } from './select-reads.js';
import type { StoredOverseenRead } from './select-reads.js';

interface StoredRead extends Omit<ReadRow, 'caseId'> {
  readonly caseId: Id<'ProcessInstance'> | null;
}

/** Shows what is about persons, and writes down to whom in the same transaction. */
export class PostgresReadLog implements ReadLog {
  constructor(private readonly pool: pg.Pool) {}

  showCase(
    tenant: TenantId,
    id: Id<'ProcessInstance'>,
    decide: (found: CaseWithRelations) => Showing,
  ): Promise<CaseWithRelations | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<FoundCase>(selectCases, [tenant, [id]]);
      const found = rows.map(caseFound)[0];
      return shown(transaction, { tenant, found, showing: found && decide(found), caseId: id });
    });
  }

  showCases(
    tenant: TenantId,
    ids: readonly Id<'ProcessInstance'>[],
    decide: (found: CaseWithRelations) => Showing,
  ): Promise<readonly CaseWithRelations[]> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<FoundCase>(selectCases, [tenant, ids]);
      const decided = rows.map(caseFound).map((found) => ({ found, showing: decide(found), caseId: found.id }));
      return shownOf(transaction, tenant, decided);
    });
  }

  showPerson(
    tenant: TenantId,
    id: Id<'Actor'>,
    decide: (found: RegisteredPerson) => Showing,
  ): Promise<RegisteredPerson | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<{ person: RegisteredPerson }>(selectPersons, [tenant, [id]]);
      const found = rows[0]?.person;
      return shown(transaction, { tenant, found, showing: found && decide(found) });
    });
  }

  showPersons(
    tenant: TenantId,
    ids: readonly Id<'Actor'>[],
    decide: (found: RegisteredPerson) => Showing,
  ): Promise<readonly RegisteredPerson[]> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<{ person: RegisteredPerson }>(selectPersons, [tenant, ids]);
      const decided = rows.map(({ person }) => ({ found: person, showing: decide(person) }));
      return shownOf(transaction, tenant, decided);
    });
  }

  showReads(
    tenant: TenantId,
    wanted: ReadsWanted,
    by: Pick<NewRead, 'actor' | 'role' | 'keepFor'>,
  ): Promise<readonly OverseenRead[]> {
    const show = async (transaction: Transaction): Promise<readonly OverseenRead[]> => {
      const { text, values } = selectReads(tenant, wanted);
      const { rows } = await transaction.query<StoredOverseenRead>(text, [...values]);
      const people = [...new Set(rows.map(({ person }) => person))].filter((person) => person !== by.actor);
      const reads = people.map((person) => ({ ...by, person, relation: 'oversight', shown: 'access-log' }));
      if (reads.length > 0) await transaction.query(writeMany, [tenant, JSON.stringify(reads)]);
      return rows.map(({ caseId, ...row }) => (caseId === null ? row : { ...row, caseId }));
    };
    // The log names whom it is about to those who oversee it, who are shown nothing else of them.
    return asSystem(() => withTenant(this.pool, tenant, show));
  }

  async ofPerson(tenant: TenantId, person: Id<'Actor'>): Promise<readonly ReadRow[]> {
    const rows = await queryInTenant<StoredRead>(this.pool, tenant, {
      text: `select person, actor, role, relation, shown, at, case_id as "caseId" from read_log
        where tenant = $1 and person = $2 order by at desc, id limit 500`,
      values: [tenant, person],
    });
    return rows.map(({ caseId, ...row }) => (caseId === null ? row : { ...row, caseId }));
  }
}

interface Decided<Found> {
  readonly found: Found;
  readonly showing: Showing;
  readonly caseId?: Id<'ProcessInstance'>;
}

interface Looked<Found> extends Decided<Found | undefined> {
  readonly tenant: TenantId;
}

async function shownOf<Found>(
  transaction: Transaction,
  tenant: TenantId,
  decided: readonly Decided<Found>[],
): Promise<readonly Found[]> {
  const reads = decided.flatMap(({ showing, caseId }) =>
    showing?.read === undefined ? [] : [{ ...showing.read, caseId }],
  );
  if (reads.length > 0) await transaction.query(writeMany, [tenant, JSON.stringify(reads)]);
  return decided.flatMap(({ found, showing }) => (showing === undefined ? [] : [found]));
}

async function shown<Found>(
  transaction: Transaction,
  { tenant, found, showing, caseId }: Looked<Found>,
): Promise<Found | undefined> {
  if (showing === undefined) return undefined;
  if (showing.read !== undefined) await write(transaction, { ...showing.read, tenant, caseId: caseId ?? null });
  return found;
}

type Written = NewRead & { readonly tenant: TenantId; readonly caseId: Id<'ProcessInstance'> | null };

// Whoever writes lets go of what is over, so that nothing is remembered for longer than it may be as long as the log is in use.
async function write(transaction: Transaction, read: Written): Promise<void> {
  const { tenant, person, caseId, actor, role, relation, shown: part, keepFor } = read;
  await transaction.query(
    `with today as (select boligflyt_now() as at, (boligflyt_now() at time zone 'Europe/Oslo')::date as day),
      over as materialized (select boligflyt_forget_reads(day) from today)
    insert into read_log (tenant, person, case_id, actor, role, relation, shown, at, forget_on)
    select $1, $2, $3, $4, $5, $6, $7, at, (day + $8::interval)::date from today, over`,
    [tenant, person, caseId, actor, role, relation, part, keepFor],
  );
}

const writeMany = `
  with now as (select boligflyt_now() as at, (boligflyt_now() at time zone 'Europe/Oslo')::date as day),
    new as (select * from jsonb_to_recordset($2::jsonb)
      as r(person text, "caseId" text, actor text, role text, relation text, shown text, "keepFor" text))
  insert into read_log (tenant, person, case_id, actor, role, relation, shown, at, forget_on)
  select $1, person, "caseId", actor, role, relation, shown, at, (day + "keepFor"::interval)::date from new, now
  where not exists (select from read_log as l
    where l.tenant = $1 and l.person = new.person and l.case_id is not distinct from new."caseId" and l.actor = new.actor and l.shown = new.shown
      and l.relation = new.relation and l.at > now.at - interval '1 hour')`;
