-- Row-level security knows the role of the reader too: a second lock behind the guards. Who reads is said at the beginning of each
-- transaction beside the municipality: `app.reader_roles` (roles of the matrix with commas between, or `system`) and `app.reader`.

-- Processes of the version before go on meanwhile and never say who reads: they are shown what they were. A connection of this version
-- says `nobody` from its first moment, so that no transaction of it is without. The version after the next takes the first line away.
-- Written from src/cases/access/role-matrix.ts by rowAccessSql (row-access.ts); a test compares them.
CREATE OR REPLACE FUNCTION boligflyt_shows_all(guarded text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT current_setting('app.reader_roles', true) IS NULL
    OR coalesce(string_to_array(current_setting('app.reader_roles', true), ',') && CASE guarded
    WHEN 'registered_person' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
  END, false)
$$;

-- All to those whom the matrix shows the table; else one's own, and those one acts for or helps. The sub-selects are asked once a statement, not
-- once a row. Nothing is said of inserts: who may write is not decided here.
CREATE POLICY shown_by_role ON "registered_person" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('registered_person'))
  OR id = (SELECT current_setting('app.reader', true))
  OR EXISTS (
    SELECT FROM representative AS r
    WHERE r.tenant = registered_person.tenant AND r.person = registered_person.id
      AND r.actor = (SELECT current_setting('app.reader', true))));

-- Whom nobody may be told of who does not belong to the group for it (kode 6 and 7). A list must know them whoever reads it: somebody who
-- is hidden from the reader would else count as somebody without protection. Ids, and nothing more.
CREATE INDEX "registered_person_protected_idx" ON "registered_person" ("tenant", "id") WHERE "protection" <> 'none';
CREATE FUNCTION boligflyt_protected_persons() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  asked text := coalesce(current_setting('app.reader_roles', true), '');
BEGIN
  PERFORM set_config('app.reader_roles', 'system', true);
  RETURN QUERY
    SELECT p.id FROM public.registered_person AS p
    WHERE p.tenant = current_setting('app.tenant', true) AND p.protection <> 'none';
  PERFORM set_config('app.reader_roles', asked, true);
END
$$;
