-- A letter that went digitally, and when to tell of it again if it is a decision that nobody has opened (rule D04B). Gone when that was looked at.
CREATE TABLE "unopened_letter" (
    "tenant" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unopened_letter_pkey" PRIMARY KEY ("tenant","letter")
);
CREATE INDEX "unopened_letter_tenant_due_at_idx" ON "unopened_letter"("tenant", "due_at");
ALTER TABLE "unopened_letter" ADD CONSTRAINT "unopened_letter_tenant_letter_fkey" FOREIGN KEY ("tenant", "letter")
  REFERENCES "letter"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Those of cases that go on: one that nobody has opened for more than a week is told of now. Whoever owns the tables sees all of them while this runs.
ALTER TABLE "letter" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "process_instance" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "unopened_letter" (tenant, letter, due_at)
SELECT l.tenant, l.id, l.sent_at + interval '7 days' FROM "letter" AS l
JOIN "process_instance" AS c ON c.tenant = l.tenant AND c.id = l.instance AND c.state = 'active' AND c.subject IS NOT NULL
WHERE NOT l.by_post AND l.to_actor IS NOT NULL AND l.recipient <> '';
ALTER TABLE "process_instance" FORCE ROW LEVEL SECURITY;
ALTER TABLE "letter" FORCE ROW LEVEL SECURITY;

ALTER TABLE "unopened_letter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "unopened_letter" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "unopened_letter" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, DELETE ON "unopened_letter" TO boligflyt_app;
