-- Ended cases may be deleted, with a reason. What is left of one says that it was there, who deleted it, when and why.
CREATE TABLE "deleted_case" (
    "tenant" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "definition_key" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "request" TEXT NOT NULL,

    CONSTRAINT "deleted_case_pkey" PRIMARY KEY ("tenant","instance")
);

ALTER TABLE "deleted_case" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "deleted_case" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "deleted_case" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- Written by the function below and by nothing else.
GRANT SELECT ON "deleted_case" TO boligflyt_app;

-- The application may not delete from the journal. This is the one way, with the owner's rights, and it keeps the rules by
-- itself: only the municipality in whose name the transaction runs, only what has ended, only with a reason. A case goes
-- together with those it called. Answers deleted, not-found, active or unsettled; changes nothing unless it says deleted.
CREATE FUNCTION boligflyt_delete_case(wanted text, actor text, why text, asked text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  here CONSTANT text := current_setting('app.tenant', true);
  gone text[];
BEGIN
  IF length(trim(why)) = 0 THEN
    RAISE EXCEPTION 'Expected a reason for deleting case %, but there is none', wanted;
  END IF;
  IF EXISTS (SELECT FROM deleted_case AS d WHERE d.tenant = here AND d.instance = wanted AND d.request = asked) THEN
    RETURN 'deleted';
  END IF;
  gone := array(
    WITH RECURSIVE called AS (
      SELECT c.id FROM process_instance AS c WHERE c.tenant = here AND c.id = wanted
      UNION
      SELECT c.id FROM process_instance AS c JOIN called ON c.parent_id = called.id WHERE c.tenant = here
    ) SELECT id FROM called);
  IF cardinality(gone) = 0 THEN
    RETURN 'not-found';
  END IF;
  PERFORM FROM process_instance AS c WHERE c.tenant = here AND c.id = ANY (gone) ORDER BY c.id FOR UPDATE;
  IF EXISTS (
    SELECT FROM process_instance AS c
    WHERE c.tenant = here AND c.state = 'active'
      AND (c.id = ANY (gone) OR c.id = (SELECT p.parent_id FROM process_instance AS p WHERE p.tenant = here AND p.id = wanted))
  ) THEN
    RETURN 'active';
  END IF;
  -- A letter that is not sent yet, or a place on the waiting list, must not vanish with the case it comes from.
  IF EXISTS (
    SELECT FROM outbox AS o
    WHERE o.tenant = here AND o.instance = ANY (gone) AND o.done_at IS NULL AND o.failed_at IS NULL
  ) OR EXISTS (
    SELECT FROM waiting_list_entry AS w WHERE w.tenant = here AND w.instance = ANY (gone) AND w.left_at IS NULL
  ) THEN
    RETURN 'unsettled';
  END IF;

  INSERT INTO deleted_case (tenant, instance, definition_key, definition_version, state, started_at, ended_at, deleted_at,
    deleted_by, reason, request)
  SELECT here, c.id, c.definition_key, c.definition_version, c.state, c.started_at, c.ended_at, boligflyt_now(), actor, why, asked
  FROM process_instance AS c WHERE c.tenant = here AND c.id = ANY (gone);
  DELETE FROM user_task AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM timer AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM subscription AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM incident AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM journal AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM node_visit AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM outbox AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM command_receipt AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM letter AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM notification AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM checkpoint AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM waiting_list_review AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM waiting_list_entry AS t WHERE t.tenant = here AND t.instance = ANY (gone);
  DELETE FROM process_instance AS t WHERE t.tenant = here AND t.id = ANY (gone);
  PERFORM pg_notify('boligflyt_changes', json_build_object('tenant', here, 'processInstanceId', id)::text)
  FROM unnest(gone) AS id;
  RETURN 'deleted';
END
$$;
REVOKE ALL ON FUNCTION boligflyt_delete_case(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION boligflyt_delete_case(text, text, text, text) TO boligflyt_app;
