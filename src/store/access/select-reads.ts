import type { OverseenRead, ReadsWanted } from '../../runtime/read-log-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Statement } from '../with-tenant.js';

/** A read as it stands in the database. */
export interface StoredOverseenRead extends Omit<OverseenRead, 'caseId'> {
  readonly caseId: Id<'ProcessInstance'> | null;
}

/** Which reads are asked for, the newest first. */
export const selectReads = (tenant: TenantId, wanted: ReadsWanted): Statement => ({
  text: select,
  values: [
    ...[tenant, wanted.from, wanted.to, wanted.limit, wanted.after ?? null],
    ...[wanted.person ?? null, wanted.reader ?? null, wanted.relation ?? null],
  ],
});

// A day is one in Norway. Somebody with a protected address is found by their id only: a name that finds them would tell that they are here.
const select = `
  with named as (
    select l.id, l.person, l.actor, l.role, l.relation, l.shown, l.at, l.case_id as "caseId",
      coalesce(p.name, own.name, l.person) as "personName", coalesce(a.name, l.actor) as "readerName",
      coalesce(p.protection, 'none') <> 'none' as "isProtected"
    from read_log l
      left join registered_person p on p.tenant = l.tenant and p.id = l.person
      left join actor own on own.tenant = l.tenant and own.id = l.person
      left join actor a on a.tenant = l.tenant and a.id = l.actor
    where l.tenant = $1
      and l.at >= $2::date::timestamp at time zone 'Europe/Oslo'
      and l.at < ($3::date + 1)::timestamp at time zone 'Europe/Oslo'
      and ($5::text is null or (l.at, l.id) < (select b.at, b.id from read_log b where b.tenant = $1 and b.id = $5))
      and ($8::text is null or l.relation = $8)
  )
  select * from named
  where ($6::text is null or person = $6 or (not "isProtected" and position(lower($6) in lower("personName")) > 0))
    and ($7::text is null or actor = $7 or position(lower($7) in lower("readerName")) > 0)
  order by at desc, id desc limit $4`;
