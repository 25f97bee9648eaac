-- Who may see and change what, the clock that decides what is due, and the view of forgotten cases.

-- Indexes that Prisma's schema cannot express: only the live rows of tables that keep their past.
CREATE INDEX "timer_live_idx" ON "timer" ("tenant", "due_at", "id") WHERE "fired_at" IS NULL AND "cancelled_at" IS NULL;
CREATE INDEX "outbox_waiting_idx" ON "outbox" ("tenant", "id") WHERE "done_at" IS NULL AND "failed_at" IS NULL;
CREATE INDEX "user_task_open_idx" ON "user_task" ("tenant", "due_at", "created_at") WHERE "state" IN ('created', 'assigned');
CREATE INDEX "user_task_groups_idx" ON "user_task" USING gin ("candidate_groups") WHERE "state" IN ('created', 'assigned');
CREATE INDEX "process_instance_active_idx" ON "process_instance" ("tenant", "definition_key") WHERE "state" = 'active';
CREATE INDEX "incident_open_idx" ON "incident" ("tenant", "raised_at") WHERE "resolved_at" IS NULL;

-- The clock of the municipality in whose name the transaction runs. Nothing else decides what is due.
-- Milliseconds, because that is what JSON and JavaScript keep: what was decided with is what is stored.
CREATE FUNCTION boligflyt_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(
    c.frozen_at,
    date_trunc('milliseconds', clock_timestamp()) + coalesce(c.offset_ms, 0) * interval '1 millisecond'
  )
  FROM (SELECT 1) AS one
  LEFT JOIN public.clock AS c ON c.tenant = current_setting('app.tenant', true)
$$;

-- The application's role: it reads and writes rows, owns nothing and cannot log in. The login role becomes it on connecting.
-- The queue's role owns the queue's schema and sees none of ours: what is in the queue is only a hint.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['boligflyt_app', 'boligflyt_queue'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- Roles belong to the server; another database was first.
      END;
    END IF;
    EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
  END LOOP;
END
$$;
CREATE SCHEMA IF NOT EXISTS bullmq AUTHORIZATION boligflyt_queue;

GRANT USAGE ON SCHEMA public TO boligflyt_app;
GRANT USAGE ON SEQUENCE "outbox_id_seq" TO boligflyt_app;

-- Every table of ours: one municipality at a time, for its owner too; no municipality named, no rows.
DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'tenant', 'clock', 'definition', 'form', 'start_timer', 'message_start', 'process_instance', 'journal', 'node_visit',
    'user_task', 'timer', 'subscription', 'incident', 'outbox', 'command_receipt', 'actor', 'session', 'letter',
    'notification', 'mailbox_message', 'waiting_list_entry', 'waiting_list_review', 'checkpoint'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
-- Which municipalities there are is no secret, and the workers must know.
CREATE POLICY municipalities_are_public ON "tenant" FOR SELECT USING (true);
-- What has happened, and what was deployed, stays as it was.
REVOKE UPDATE, DELETE ON "journal", "definition", "form" FROM boligflyt_app;

-- Invariant W: every open case has something that will bring it on by itself or somebody who owns the next step. That is
--   an open task with a due date and somebody who may do it, a live timer of the flow itself, an open incident, an effect
--   that is still to be carried out, or an open called case (which must answer for itself).
-- A message that is awaited without a timer does not count: if it never comes, nobody is told. Nor does a task without a due
-- date, or an effect that was given up. This view is empty when nothing is forgotten.
CREATE VIEW "case_untouched" WITH (security_invoker = true) AS
SELECT c.tenant, c.id, c.definition_key, c.title, c.started_at
FROM "process_instance" AS c
WHERE c.state = 'active'
  AND NOT EXISTS (
    SELECT FROM "user_task" AS t
    WHERE t.tenant = c.tenant AND t.instance = c.id AND t.state IN ('created', 'assigned') AND t.due_at IS NOT NULL
      AND (t.assignee IS NOT NULL OR cardinality(t.candidate_groups) > 0))
  AND NOT EXISTS (
    SELECT FROM "timer" AS a
    WHERE a.tenant = c.tenant AND a.instance = c.id AND a.purpose = 'event' AND a.fired_at IS NULL AND a.cancelled_at IS NULL)
  AND NOT EXISTS (
    SELECT FROM "incident" AS i WHERE i.tenant = c.tenant AND i.instance = c.id AND i.resolved_at IS NULL)
  AND NOT EXISTS (
    SELECT FROM "outbox" AS o
    WHERE o.tenant = c.tenant AND o.instance = c.id AND o.done_at IS NULL AND o.failed_at IS NULL)
  AND NOT EXISTS (
    SELECT FROM "process_instance" AS p WHERE p.tenant = c.tenant AND p.parent_id = c.id AND p.state = 'active');
GRANT SELECT ON "case_untouched" TO boligflyt_app;
