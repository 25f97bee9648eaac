import type { PersonDetails } from '../../runtime/person-ports.js';

/** What is kept of a person, in the order of the columns of the statements below. */
export const valuesOf = (details: PersonDetails): readonly (string | null)[] => {
  const { name, bornOn, language, channel, protection, email, phone, address } = details;
  return [name, bornOn, language, channel, protection, email, phone, address].map((value) => value ?? null);
};

/** Registers a person of a municipality ($1) once, by $11; nothing where the id is taken. */
export const insertPerson = `
  insert into registered_person (tenant, id, name, born_on, language, channel, protection, email, phone, address,
    registered_by, registered_at, changed_by, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, boligflyt_now(), $11, boligflyt_now())
  on conflict (tenant, id) do nothing returning id`;

/** Writes what is kept of a person. */
export const updatePerson = `
  update registered_person set name = $3, born_on = $4, language = $5, channel = $6, protection = $7, email = $8, phone = $9,
    address = $10
  where tenant = $1 and id = $2`;

/** Counts a change of a person, by $3. */
export const countChange = `
  update registered_person set revision = revision + 1, changed_by = $3, changed_at = boligflyt_now()
  where tenant = $1 and id = $2`;

/** Persons of a municipality ($1) by their ids ($2). */
export const selectPersons = `
  select json_strip_nulls(json_build_object('id', p.id, 'revision', p.revision, 'name', p.name, 'bornOn', p.born_on,
    'language', p.language, 'channel', p.channel, 'protection', p.protection, 'email', p.email, 'phone', p.phone,
    'address', p.address,
    'representatives', coalesce((
      select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'name', r.name, 'actor', r.actor,
        'organisation', r.organisation, 'email', r.email, 'phone', r.phone, 'address', r.address, 'fromOn', r.from_on,
        'toOn', r.to_on) order by r.from_on, r.registered_at, r.id)
      from representative as r where r.tenant = p.tenant and r.person = p.id), '[]'::json))) as person
  from registered_person as p where p.tenant = $1 and p.id = any($2)`;
