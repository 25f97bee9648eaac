import { periodsMeet, wereTogether } from './were-together.js';

/** A household ($2) of a municipality ($1) with those who are in it now. */
export const selectHousehold = `
  select h.id, h.revision, coalesce((
    select json_agg(json_build_object('person', m.person, 'role', m.role) order by m.role desc, m.person)
    from household_member as m where m.tenant = h.tenant and m.household = h.id and m.until_on is null), '[]'::json) as members
  from household as h where h.tenant = $1 and h.id = $2`;

const change = (revision: string): string => `(
  select json_build_object('at', to_char(c.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', c.changed_by,
    'reason', c.reason)
  from household_change as c where c.tenant = one.tenant and c.household = one.household and c.revision = one.${revision})`;

/** The households that somebody ($2) is or was in, with those who were in it on a same day; of one that they never were in only themselves. */
export const selectOfPerson = `
  select h.id, h.revision, json_strip_nulls(json_agg(json_build_object('person', one.person, 'role', one.role,
      'fromOn', one.from_on, 'untilOn', one.until_on, 'wasWrong', one.was_wrong,
      'joined', ${change('joined_in')}, 'left', ${change('left_in')})
    order by one.until_on desc nulls first, one.role desc, one.person, one.joined_in desc)) as memberships
  from household as h join household_member as one on one.tenant = h.tenant and one.household = h.id
  where h.tenant = $1 and exists (select from household_member as other
    where other.person = $2 and (one.person = $2 or not other.was_wrong) and ${periodsMeet})
  group by h.tenant, h.id, h.revision order by h.id`;

/** Those who are or were in a household together with somebody ($2). */
export const selectFamily = `
  select distinct other.person from household_member as one join household_member as other on ${wereTogether}
  where one.tenant = $1 and one.person = $2 and other.person <> $2 order by 1`;
