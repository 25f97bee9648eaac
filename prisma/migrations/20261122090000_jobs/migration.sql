-- The work behind service tasks, so that workers outside can take it: each job in the hands of one worker at a time.
CREATE TABLE "job" (
    "tenant" TEXT NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "instance" TEXT COLLATE "C" NOT NULL,
    "node" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "headers" JSON NOT NULL,
    "variables" JSON NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "most_attempts" INTEGER,
    "retry_after" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "worker" TEXT,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reserved_until" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("tenant","id")
);
CREATE TABLE "external_job_type" (
    "tenant" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "external_job_type_pkey" PRIMARY KEY ("tenant","type")
);
CREATE INDEX "job_instance_tenant_idx" ON "job"("instance", "tenant");
-- Only the jobs that somebody may still take, those of one type together.
CREATE INDEX "job_takeable_idx" ON "job"("type", "tenant", "due_at") WHERE "state" IN ('waiting', 'leased', 'retrying');
-- A case that is deleted takes its jobs with it.
ALTER TABLE "job" ADD CONSTRAINT "job_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance") REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['job', 'external_job_type'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;

-- Invariant W, as before, and: a job that a worker may take brings its case on.
CREATE OR REPLACE VIEW "case_untouched" WITH (security_invoker = true) AS
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
    SELECT FROM "process_instance" AS p WHERE p.tenant = c.tenant AND p.parent_id = c.id AND p.state = 'active')
  AND NOT EXISTS (
    SELECT FROM "job" AS j WHERE j.tenant = c.tenant AND j.instance = c.id AND j.state IN ('waiting', 'leased', 'retrying'));
