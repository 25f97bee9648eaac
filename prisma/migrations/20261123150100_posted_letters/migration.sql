-- A letter that went by post: the day from which it counts as having come, by the rule in force on the day it was sent.
CREATE TABLE "posted_letter" (
    "tenant" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "arrives_on" DATE NOT NULL,
    "counted_at" TIMESTAMPTZ(3),

    CONSTRAINT "posted_letter_pkey" PRIMARY KEY ("tenant","letter")
);

CREATE INDEX "posted_letter_tenant_arrives_on_idx" ON "posted_letter"("tenant", "arrives_on") WHERE "counted_at" IS NULL;

ALTER TABLE "posted_letter" ADD CONSTRAINT "posted_letter_tenant_letter_fkey" FOREIGN KEY ("tenant", "letter")
  REFERENCES "letter"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE "posted_letter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "posted_letter" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "posted_letter" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- When it was sent and when it counts stay as they were; only that it has been counted is added.
GRANT SELECT, INSERT ON "posted_letter" TO boligflyt_app;
GRANT UPDATE ("counted_at") ON "posted_letter" TO boligflyt_app;
