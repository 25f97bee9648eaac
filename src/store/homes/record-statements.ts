import { enterInJournal } from '../cases/journal-entry.js';

// Each takes the municipality and a JSON list of rows.

/** A revision of a record that is there already is somebody else's. */
export const insertHistory = `
  insert into register_history (tenant, register, record, revision, at, actor, change, content, decided_in)
  select $1, r.register, r.record, r.revision, r.at, r.actor, r.change, r.content, r."decidedIn"
  from json_to_recordset($2) as r(register text, record text, revision int, at timestamptz, actor text, change text, content jsonb,
    "decidedIn" text)`;

export const upsertBuildings = `
  insert into building (tenant, id, revision, name, address, groups, owner, responsible_unit, capacity, status, finished_on,
    constraints, repair_rules, meeting_every, "freeze", freeze_proposed_at, synthetic, source, notes)
  select $1, r.id, r.revision, r.name, r.address, r.groups, r.owner, r."responsibleUnit", r.capacity, r.status, r."finishedOn",
    r.constraints, r."repairRules", r."meetingEvery", r."freeze", r."freezeProposedAt", r.synthetic, r.source, r.notes
  from json_to_recordset($2) as r(id text, revision int, name text, address text, groups text[], owner text,
    "responsibleUnit" text, capacity int, status text, "finishedOn" date, constraints jsonb, "repairRules" jsonb, "meetingEvery" text, "freeze" jsonb,
    "freezeProposedAt" timestamptz, synthetic boolean, source text, notes text)
  on conflict (tenant, id) do update set revision = excluded.revision, name = excluded.name, address = excluded.address,
    groups = excluded.groups, owner = excluded.owner, responsible_unit = excluded.responsible_unit, capacity = excluded.capacity,
    status = excluded.status, finished_on = excluded.finished_on, constraints = excluded.constraints,
    repair_rules = excluded.repair_rules, meeting_every = excluded.meeting_every, "freeze" = excluded."freeze", freeze_proposed_at = excluded.freeze_proposed_at,
    synthetic = excluded.synthetic, source = excluded.source, notes = excluded.notes`;

export const upsertHomes = `
  insert into home (tenant, id, revision, building, name, kobo_id, fdvu_bolig_id, boligtype, egenskaper, antall_soverom, bruksareal,
    etasjenummer, disposisjonsform, er_bofellesskap, er_tilgjengelig_for_rullestolbruker, leiekostnad, leie_til_eie_potensial,
    status, vacant_since, synthetic, source)
  select $1, r.id, r.revision, r.building, r.name, r."koboId", r."fdvuBoligId", r.boligtype, r.egenskaper, r."antallSoverom",
    r.bruksareal, r.etasjenummer, r.disposisjonsform, r."erBofellesskap", r."erTilgjengeligForRullestolbruker", r.leiekostnad,
    r."leieTilEiePotensial", r.status, r."vacantSince", r.synthetic, r.source
  from json_to_recordset($2) as r(id text, revision int, building text, name text, "koboId" text, "fdvuBoligId" text,
    boligtype text, egenskaper text[], "antallSoverom" int, bruksareal int, etasjenummer int, disposisjonsform text,
    "erBofellesskap" boolean, "erTilgjengeligForRullestolbruker" boolean, leiekostnad int, "leieTilEiePotensial" boolean,
    status text, "vacantSince" date, synthetic boolean, source text)
  on conflict (tenant, id) do update set revision = excluded.revision, building = excluded.building, name = excluded.name,
    kobo_id = excluded.kobo_id, fdvu_bolig_id = excluded.fdvu_bolig_id, boligtype = excluded.boligtype,
    egenskaper = excluded.egenskaper, antall_soverom = excluded.antall_soverom, bruksareal = excluded.bruksareal,
    etasjenummer = excluded.etasjenummer, disposisjonsform = excluded.disposisjonsform,
    er_bofellesskap = excluded.er_bofellesskap,
    er_tilgjengelig_for_rullestolbruker = excluded.er_tilgjengelig_for_rullestolbruker, leiekostnad = excluded.leiekostnad,
    leie_til_eie_potensial = excluded.leie_til_eie_potensial, status = excluded.status, vacant_since = excluded.vacant_since,
    synthetic = excluded.synthetic, source = excluded.source`;

export const upsertReservations = `
  insert into home_reservation (tenant, id, home, person, decided_in, reserved_at, reserved_by, until_on, released_at, released)
  select $1, r.id, r.home, r.person, r."decidedIn", r."reservedAt", r."reservedBy", r."untilOn", r."releasedAt", r.released
  from json_to_recordset($2) as r(id text, home text, person text, "decidedIn" text, "reservedAt" timestamptz,
    "reservedBy" text, "untilOn" date, "releasedAt" timestamptz, released text)
  on conflict (tenant, id) do update set until_on = excluded.until_on, released_at = excluded.released_at,
    released = excluded.released`;

export const upsertTenancies = `
  insert into tenancy (tenant, id, home, person, decided_in, from_on, to_on, rent, move_requested_on, leaves_on, nav_reserved_on,
    ended_on, end_reason)
  select $1, r.id, r.home, r.person, r."decidedIn", r."fromOn", r."toOn", r.rent, r."moveRequestedOn", r."leavesOn",
    r."navReservedOn", r."endedOn", r."endReason"
  from json_to_recordset($2) as r(id text, home text, person text, "decidedIn" text, "fromOn" date, "toOn" date, rent int,
    "moveRequestedOn" date, "leavesOn" date, "navReservedOn" date, "endedOn" date, "endReason" text)
  on conflict (tenant, id) do update set to_on = excluded.to_on, rent = excluded.rent,
    move_requested_on = excluded.move_requested_on, leaves_on = excluded.leaves_on,
    nav_reserved_on = excluded.nav_reserved_on, ended_on = excluded.ended_on, end_reason = excluded.end_reason`;

/** What is paid or put right is told again: its case hears of it. */
export const upsertClaims = `
  insert into rent_claim (tenant, id, revision, home, tenancy, kind, due_on, amount, paid, paid_on, changed_at)
  select $1, r.id, r.revision, r.home, r.tenancy, r.kind, r."dueOn", r.amount, r.paid, r."paidOn", r."changedAt"
  from json_to_recordset($2) as r(id text, revision int, home text, tenancy text, kind text, "dueOn" date, amount int, paid int,
    "paidOn" date, "changedAt" timestamptz)
  on conflict (tenant, id) do update set revision = excluded.revision, due_on = excluded.due_on, amount = excluded.amount,
    paid = excluded.paid, paid_on = excluded.paid_on, changed_at = excluded.changed_at, told_at = null`;

export const upsertRepairs = `
  insert into repair (tenant, id, building, home, work, urgency, responsible, state, reported_at, made_safe_at, ended_at, reopened)
  select $1, r.id, r.building, r.home, r.work, r.urgency, r.responsible, r.state, r."reportedAt", r."madeSafeAt", r."endedAt",
    r.reopened
  from json_to_recordset($2) as r(id text, building text, home text, work text, urgency text, responsible text, state text,
    "reportedAt" timestamptz, "madeSafeAt" timestamptz, "endedAt" timestamptz, reopened int)
  on conflict (tenant, id) do update set urgency = excluded.urgency, responsible = excluded.responsible, state = excluded.state,
    made_safe_at = excluded.made_safe_at, ended_at = excluded.ended_at, reopened = excluded.reopened`;

/** A hole that the same repair found before stays as it was written. */
export const insertGaps = `
  insert into agreement_gap (tenant, id, building, work, refused_by, reason, found_at, closed_at)
  select $1, r.id, r.building, r.work, r."refusedBy", r.reason, r."foundAt", r."closedAt"
  from json_to_recordset($2) as r(id text, building text, work text, "refusedBy" text, reason text, "foundAt" timestamptz,
    "closedAt" timestamptz)
  on conflict (tenant, id) do nothing`;

export const upsertReports = `
  insert into safety_report (tenant, id, building, revision, kind, anonymous, state, reported_at, made_safe_at, made_safe_by, step,
    ended_at)
  select $1, r.id, r.building, r.revision, r.kind, r.anonymous, r.state, r."reportedAt", r."madeSafeAt", r."madeSafeBy", r.step,
    r."endedAt"
  from json_to_recordset($2) as r(id text, building text, revision int, kind text, anonymous boolean, state text,
    "reportedAt" timestamptz, "madeSafeAt" timestamptz, "madeSafeBy" text, step text, "endedAt" timestamptz)
  on conflict (tenant, id) do update set revision = excluded.revision, state = excluded.state,
    made_safe_at = excluded.made_safe_at, made_safe_by = excluded.made_safe_by, step = excluded.step,
    ended_at = excluded.ended_at`;

export const upsertMeetings = `
  insert into residents_meeting (tenant, id, building, revision, reason, state, called_at, planned_on, held_on, attendance,
    contact_elected, activities, meals)
  select $1, r.id, r.building, r.revision, r.reason, r.state, r."calledAt", r."plannedOn", r."heldOn", r.attendance,
    r."contactElected", r.activities, r.meals
  from json_to_recordset($2) as r(id text, building text, revision int, reason text, state text, "calledAt" timestamptz,
    "plannedOn" date, "heldOn" date, attendance int, "contactElected" boolean, activities int, meals int)
  on conflict (tenant, id) do update set revision = excluded.revision, reason = excluded.reason, state = excluded.state,
    planned_on = excluded.planned_on, held_on = excluded.held_on, attendance = excluded.attendance, contact_elected = excluded.contact_elected,
    activities = excluded.activities, meals = excluded.meals`;

export const upsertItems = `
  insert into agenda_item (tenant, id, building, meeting, text, raised_on, outcome, answer, answered_on)
  select $1, r.id, r.building, r.meeting, r.text, r."raisedOn", r.outcome, r.answer, r."answeredOn"
  from json_to_recordset($2) as r(id text, building text, meeting text, text text, "raisedOn" date, outcome text, answer text,
    "answeredOn" date)
  on conflict (tenant, id) do update set meeting = excluded.meeting, outcome = excluded.outcome, answer = excluded.answer,
    answered_on = excluded.answered_on`;

/**
 * What was said stays as it was written the first time, and is entered in the journal register then: an organisation or an authority by name,
 * nobody else. One that came before it is written down has both moments.
 */
export const insertStatements = `
  with written as (
  insert into hearing_statement
    (tenant, id, project, received_at, registered_at, channel, sender_kind, sender_name, registered_by, original, state, published_text)
  select $1, r.id, r.project, coalesce(r."receivedAt", boligflyt_now()), case when r."receivedAt" is not null then boligflyt_now() end,
    r.channel, r."senderKind", r."senderName", r."registeredBy", r.original, r.state, case r.state when 'published' then r.original end
  from json_to_recordset($2) as r(id text, project text, "receivedAt" timestamptz, channel text, "senderKind" text, "senderName" text,
    "registeredBy" text, original text, state text)
  on conflict (tenant, id) do nothing
  returning tenant, project, received_at, registered_at, sender_kind, sender_name),
  entry as (
    select tenant, 'I' as kind, 'Høringsuttalelse' as title, 'horingsuttalelse' as document_type,
      (coalesce(registered_at, received_at) at time zone 'Europe/Oslo')::date as journaled_on,
      (received_at at time zone 'Europe/Oslo')::date as dated_on, project as instance, null::text as letter, null::text as sent_by,
      case when sender_kind in ('organisation', 'authority') then sender_name end as correspondent
    from written),
  ${enterInJournal}`;
