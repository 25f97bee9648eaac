-- Individual decisions (vedtak), and what else of a case has a register of its own: written in the transaction of the task that
-- makes them, gone with the case.
CREATE TABLE "case_decision" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person" TEXT,
    "legal_basis" TEXT,
    "outcome" TEXT,
    "reasons" TEXT,
    "content" JSONB NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "reached_on" DATE,
    "reached_how" TEXT,
    "reasons_asked_on" DATE,
    "reasons_reached_on" DATE,
    "valid_to" DATE,
    "quashed_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_decision_pkey" PRIMARY KEY ("tenant","id")
);
CREATE TABLE "case_record" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "person" TEXT,
    "content" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_record_pkey" PRIMARY KEY ("tenant","id")
);
CREATE INDEX "case_decision_tenant_instance_idx" ON "case_decision"("tenant", "instance");
CREATE INDEX "case_decision_tenant_person_idx" ON "case_decision"("tenant", "person");
CREATE INDEX "case_record_tenant_instance_idx" ON "case_record"("tenant", "instance");
ALTER TABLE "case_decision" ADD CONSTRAINT "case_decision_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance")
  REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "case_record" ADD CONSTRAINT "case_record_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance")
  REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['case_decision', 'case_record'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
-- What was decided and what was said stay as they were; only what has become of them is added.
REVOKE UPDATE, DELETE ON "case_record" FROM boligflyt_app;
REVOKE UPDATE, DELETE ON "case_decision" FROM boligflyt_app;
GRANT UPDATE ("approved_by", "approved_at", "reached_on", "reached_how", "reasons_asked_on", "reasons_reached_on", "quashed_at")
  ON "case_decision" TO boligflyt_app;
