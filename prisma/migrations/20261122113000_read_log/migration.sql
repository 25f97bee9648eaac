-- To whom a person's data was shown. It outlives the case: the person may ask for years (GDPR art. 15), until `forget_on`.
CREATE TABLE "read_log" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "person" TEXT NOT NULL,
    "case_id" TEXT,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "forget_on" DATE NOT NULL,

    CONSTRAINT "read_log_pkey" PRIMARY KEY ("tenant","id")
);
CREATE INDEX "read_log_tenant_person_at_idx" ON "read_log"("tenant", "person", "at");
CREATE INDEX "read_log_tenant_forget_on_idx" ON "read_log"("tenant", "forget_on");

ALTER TABLE "read_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "read_log" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "read_log" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- Nobody changes what was written, and nothing goes before its time.
CREATE POLICY kept_until_forgotten ON "read_log" AS RESTRICTIVE FOR DELETE
  USING (forget_on <= (boligflyt_now() AT TIME ZONE 'Europe/Oslo')::date);
GRANT SELECT, INSERT, DELETE ON "read_log" TO boligflyt_app;
