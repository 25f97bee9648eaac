/**
 * A row of Siv's and one of Odd's in every table that is guarded by role, as the owner of the database writes them; a letter of a case
 * that is no applicant's; who lives with Siv, and who acts for her. What the rows refer to besides is left out.
 */
export const guardedRows = `
  set session_replication_role = replica;
  select set_config('app.tenant', 'trondheim', false);

  insert into registered_person (tenant, id, name, language, channel, protection, registered_by, registered_at, changed_by, changed_at)
  select 'trondheim', id, id, 'nb', 'digital', 'none', 'kari', now(), 'kari', now() from unnest(array['siv', 'odd']) as id;

  insert into representative (tenant, id, person, kind, name, actor, from_on, registered_by, registered_at)
  values ('trondheim', 'r-1', 'siv', 'fullmektig', 'Gatejuristen', 'gatejurist', '2026-01-01', 'kari', now());

  insert into household (tenant, id, registered_by, registered_at, changed_by, changed_at)
  select 'trondheim', id, 'kari', now(), 'kari', now() from unnest(array['hos-siv', 'hos-odd']) as id;
  insert into household_member (tenant, household, person, role)
  values ('trondheim', 'hos-siv', 'siv', 'voksen'), ('trondheim', 'hos-siv', 'barn', 'barn'), ('trondheim', 'hos-odd', 'odd', 'voksen');

  insert into household_change (tenant, household, revision, reason, changed_by, changed_at)
  select 'trondheim', id, 1, 'Bor sammen', 'kari', now() from unnest(array['hos-siv', 'hos-odd']) as id;
  insert into household_member (tenant, household, person, role, from_on, until_on, joined_in, left_in)
  values ('trondheim', 'hos-siv', 'odd', 'voksen', '2020-01-01', '2020-12-31', 2, 3);
  update household_member set from_on = '2026-01-01' where household = 'hos-siv' and person <> 'odd';

  insert into read_log (tenant, person, actor, role, relation, shown, at, forget_on)
  values ('trondheim', 'siv', 'bjorn', 'bst', 'unit', 'person', now(), '2999-01-01'),
    ('trondheim', 'odd', 'bjorn', 'bst', 'unit', 'person', now(), '2000-01-01');

  insert into process_instance (tenant, id, definition_key, definition_version, process_name, family, title, subject, state, revision,
    snapshot, readers, started_by, started_at)
  select 'trondheim', id, 'boligtildeling', 1, 'Boligtildeling', family, id, subject, 'active', 1, '{}', '{}', 'kari', now()
  from (values ('sak-siv', 'applicant', 'siv'), ('sak-odd', 'applicant', 'odd'), ('runde', 'shared', null)) as c(id, family, subject);

  insert into case_decision (tenant, id, instance, node, kind, person, content, decided_by, decided_at)
  select 'trondheim', 'v-' || p, 'sak-' || p, 'vedtak', 'vedtak', p, '{}', 'kari', now() from unnest(array['siv', 'odd']) as p;
  insert into case_record (tenant, id, instance, node, register, person, content, by, at)
  select 'trondheim', 'k-' || p, 'sak-' || p, 'kartlegg', 'kartlegging', p, '{}', 'kari', now() from unnest(array['siv', 'odd']) as p;

  insert into letter (tenant, key, instance, template, title, to_actor, text, sent_at, language, municipality, recipient, reference, checksum)
  select 'trondheim', i || t, i, 'brev', 'Brev', t, '', now(), 'nb', 'Trondheim', '', '', ''
  from (values ('sak-siv', 'gatejurist'), ('sak-odd', 'odd'), ('runde', 'siv')) as l(i, t);

  insert into incoming_document (tenant, id, instance, year, number, received_on, sender_kind, sender_name, document_type, title, came_by,
    kept_at, registered_by, registered_at)
  select 'trondheim', id, 'sak-' || of, 2026, 1, '2026-11-23', kind, name, 'annet', 'Brev', 'post', 'arkiv', 'kari', now()
  from (values ('d-1', 'siv', 'party', null), ('d-2', 'siv', 'person', 'Nabo'), ('d-3', 'odd', 'party', null)) as d(id, of, kind, name);

  insert into waiting_list_entry (tenant, instance, title, applicant, entered_at, need)
  select 'trondheim', 'sak-' || p, p, p, now(), '{}' from unnest(array['siv', 'odd']) as p;
  insert into waiting_list_review (tenant, round, instance, outcome, reviewed_on)
  select 'trondheim', 'runde', 'sak-' || p, 'staar', '2026-01-01' from unnest(array['siv', 'odd']) as p;

  insert into tenancy (tenant, id, home, person, from_on)
  select 'trondheim', 'l-' || p, 'h-' || p, p, '2026-01-01' from unnest(array['odd', 'siv']) as p;
  insert into rent_claim (tenant, id, revision, home, tenancy, kind, due_on, amount, paid, changed_at)
  select 'trondheim', 'krav-' || p, 1, 'h-' || p, 'l-' || p, 'husleie', '2026-01-01', 9000, 0, now() from unnest(array['odd', 'siv']) as p;

  insert into hearing_statement (tenant, id, project, received_at, channel, sender_kind, registered_by, original, state)
  select 'trondheim', 'u-' || p, 'prosjekt', now(), 'written', 'other', p, 'Ja.', 'held' from unnest(array['siv', 'odd']) as p;
  insert into repair (tenant, id, building, work, urgency, state, reported_at)
  select 'trondheim', 'sak-' || p, 'bygg', 'vann', 'haster', 'meldt', now() from unnest(array['siv', 'odd']) as p;
  insert into safety_report (tenant, id, building, revision, kind, anonymous, state, reported_at)
  select 'trondheim', 'sak-' || p, 'bygg', 1, 'brak', false, 'meldt', now() from unnest(array['siv', 'odd']) as p;`;
