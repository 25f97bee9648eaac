-- Row-level security by role for what is kept of people beside the register of persons: the second lock behind the guards (ADR 66).

-- Processes of the version before go on meanwhile: they know that persons are guarded, and change cases without saying who reads. A connection
-- of this version says `app.row_access` from its first moment. The version after the next takes the two first lines away.
-- Written from src/cases/access/role-matrix.ts by rowAccessSql (row-access.ts); a test compares them.
CREATE OR REPLACE FUNCTION boligflyt_shows_all(guarded text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT current_setting('app.reader_roles', true) IS NULL
    OR (guarded <> 'registered_person' AND current_setting('app.row_access', true) IS NULL)
    OR coalesce(string_to_array(current_setting('app.reader_roles', true), ',') && CASE guarded
    WHEN 'registered_person' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'representative' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'household' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'household_member' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'household_change' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'read_log' THEN '{system,personvernombud,admin}'::text[]
    WHEN 'case_decision' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,klagebehandler}'::text[]
    WHEN 'case_record' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,klagebehandler}'::text[]
    WHEN 'letter' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'waiting_list_entry' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,klagebehandler}'::text[]
    WHEN 'waiting_list_review' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,klagebehandler}'::text[]
    WHEN 'tenancy' THEN '{system,hvk,bst,ambulant,nav,te}'::text[]
    WHEN 'rent_claim' THEN '{system,hvk,bst,ambulant,nav,te}'::text[]
    WHEN 'hearing_statement' THEN '{system,prosjektleder,fagstab}'::text[]
    WHEN 'repair' THEN '{system,hvk,bst,botiltaksleder,ambulant,te,vaktmester,prosjektleder,borettslag}'::text[]
    WHEN 'safety_report' THEN '{system,hvk,bst,botiltaksleder,ambulant,te}'::text[]
    WHEN 'other_letter' THEN '{system,brukerrepresentant,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler,prosjektleder,fagstab,politiker,personvernombud,admin}'::text[]
  END, false)
$$;

-- What a policy or a list must know more than its reader is shown, each by a word of its own: ids and numbers, and nothing more.

-- The reader, and those that they act for or help.
CREATE FUNCTION boligflyt_own_persons() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  asked text := coalesce(current_setting('app.reader_roles', true), '');
  reader text := coalesce(current_setting('app.reader', true), '');
BEGIN
  PERFORM set_config('app.reader_roles', 'system', true);
  RETURN QUERY
    SELECT reader WHERE reader <> ''
    UNION
    SELECT r.person FROM public.representative AS r
    WHERE r.tenant = current_setting('app.tenant', true) AND r.actor = reader AND reader <> '';
  PERFORM set_config('app.reader_roles', asked, true);
END
$$;

-- When they are or were in which household: who lived with oneself at the time is no secret to oneself.
CREATE FUNCTION boligflyt_own_memberships() RETURNS TABLE (of_household text, since date, until date, came int, went int) LANGUAGE plpgsql AS $$
DECLARE
  asked text := coalesce(current_setting('app.reader_roles', true), '');
BEGIN
  PERFORM set_config('app.reader_roles', 'system', true);
  RETURN QUERY
    SELECT m.household, coalesce(m.from_on, '-infinity'), coalesce(m.until_on, 'infinity'), m.joined_in, m.left_in
    FROM public.household_member AS m
    WHERE m.tenant = current_setting('app.tenant', true) AND m.person IN (SELECT public.boligflyt_own_persons());
  PERFORM set_config('app.reader_roles', asked, true);
END
$$;

-- The homes in which somebody lives: whether a home is free is known to all who see homes, who lives there is not.
CREATE FUNCTION boligflyt_let_homes() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  asked text := coalesce(current_setting('app.reader_roles', true), '');
BEGIN
  PERFORM set_config('app.reader_roles', 'system', true);
  RETURN QUERY
    SELECT t.home FROM public.tenancy AS t
    WHERE t.tenant = current_setting('app.tenant', true) AND t.ended_on IS NULL;
  PERFORM set_config('app.reader_roles', asked, true);
END
$$;

-- How often each building was reported as unsafe in the last month.
CREATE FUNCTION boligflyt_recent_reports() RETURNS TABLE (of_building text, reports int) LANGUAGE plpgsql AS $$
DECLARE
  asked text := coalesce(current_setting('app.reader_roles', true), '');
BEGIN
  PERFORM set_config('app.reader_roles', 'system', true);
  RETURN QUERY
    SELECT s.building, count(*)::int FROM public.safety_report AS s
    WHERE s.tenant = current_setting('app.tenant', true) AND s.reported_at > public.boligflyt_now() - interval '1 month'
    GROUP BY s.building;
  PERFORM set_config('app.reader_roles', asked, true);
END
$$;

-- Lets go of the reads that are over, whoever's they were: whoever writes a read does it, and sees none of them.
CREATE FUNCTION boligflyt_forget_reads(today date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  asked text := coalesce(current_setting('app.reader_roles', true), '');
BEGIN
  PERFORM set_config('app.reader_roles', 'system', true);
  DELETE FROM public.read_log AS l WHERE l.tenant = current_setting('app.tenant', true) AND l.forget_on <= today;
  PERFORM set_config('app.reader_roles', asked, true);
END
$$;

-- Each shows all rows to those whom the matrix shows the table, else one's own and those of whom one acts for. The sub-selects are asked once a
-- statement. Nothing is said of inserts: who may write is not decided here.
CREATE POLICY shown_by_role ON "representative" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('representative')) OR person = ANY (ARRAY(SELECT boligflyt_own_persons())));

CREATE POLICY shown_by_role ON "household" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('household')) OR id = ANY (ARRAY(SELECT of_household FROM boligflyt_own_memberships())));

-- Those who were there on a same day.
CREATE POLICY shown_by_role ON "household_member" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('household_member'))
  OR EXISTS (
    SELECT FROM boligflyt_own_memberships() AS own
    WHERE own.of_household = household_member.household
      AND coalesce(household_member.from_on, '-infinity') <= own.until AND own.since <= coalesce(household_member.until_on, 'infinity')));

-- Why one came or left oneself; of others it is theirs.
CREATE POLICY shown_by_role ON "household_change" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('household_change'))
  OR EXISTS (
    SELECT FROM boligflyt_own_memberships() AS own
    WHERE own.of_household = household_change.household AND household_change.revision IN (own.came, own.went)));

-- Who has read of oneself is nobody else's. What somebody has read themselves is no secret to them: it keeps a read from being written down twice.
CREATE POLICY shown_by_role ON "read_log" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('read_log')) OR (SELECT current_setting('app.reader', true)) IN (person, actor));

CREATE POLICY shown_by_role ON "case_decision" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('case_decision')) OR person = ANY (ARRAY(SELECT boligflyt_own_persons())));

CREATE POLICY shown_by_role ON "case_record" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('case_record')) OR person = ANY (ARRAY(SELECT boligflyt_own_persons())));

-- A letter is shown to whom it was sent, and to whom its case is about; one of a case that is no applicant's to all who are shown such cases.
CREATE POLICY shown_by_role ON "letter" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('letter'))
  OR to_actor = (SELECT current_setting('app.reader', true))
  OR EXISTS (
    SELECT FROM process_instance AS c
    WHERE c.tenant = letter.tenant AND c.id = letter.instance AND (
      c.subject = ANY (ARRAY(SELECT boligflyt_own_persons()))
      OR (c.family NOT IN ('applicant', 'applicant-part') AND (SELECT boligflyt_shows_all('other_letter'))))));

CREATE POLICY shown_by_role ON "waiting_list_entry" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('waiting_list_entry')) OR applicant = ANY (ARRAY(SELECT boligflyt_own_persons())));

-- Whoever is shown an entry is shown what the rounds have said of it.
CREATE POLICY shown_by_role ON "waiting_list_review" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('waiting_list_review'))
  OR EXISTS (
    SELECT FROM waiting_list_entry AS e
    WHERE e.tenant = waiting_list_review.tenant AND e.instance = waiting_list_review.instance));

CREATE POLICY shown_by_role ON "tenancy" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('tenancy')) OR person = ANY (ARRAY(SELECT boligflyt_own_persons())));

-- Whoever is shown a lease because it is their own, or of somebody that they act for, is shown its rent.
CREATE POLICY shown_by_role ON "rent_claim" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('rent_claim'))
  OR EXISTS (
    SELECT FROM tenancy AS t
    WHERE t.tenant = rent_claim.tenant AND t.id = rent_claim.tenancy AND t.person = ANY (ARRAY(SELECT boligflyt_own_persons()))));

CREATE POLICY shown_by_role ON "hearing_statement" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('hearing_statement')) OR registered_by = (SELECT current_setting('app.reader', true)));

-- Whoever reported it, and whoever lives where it is.
CREATE POLICY shown_by_role ON "repair" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('repair'))
  OR EXISTS (
    SELECT FROM process_instance AS c
    WHERE c.tenant = repair.tenant AND c.id = repair.id AND c.subject = (SELECT current_setting('app.reader', true)))
  OR EXISTS (
    SELECT FROM tenancy AS t
    WHERE t.tenant = repair.tenant AND t.home = repair.home AND t.ended_on IS NULL
      AND t.person = (SELECT current_setting('app.reader', true))));

CREATE POLICY shown_by_role ON "safety_report" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('safety_report'))
  OR EXISTS (
    SELECT FROM process_instance AS c
    WHERE c.tenant = safety_report.tenant AND c.id = safety_report.id
      AND c.subject = (SELECT current_setting('app.reader', true))));
