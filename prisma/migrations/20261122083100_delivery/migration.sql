-- Messages are queued, handed over, sent, failed, bounced; what they wait for and what became of them stands in the row.
ALTER TABLE "notification"
    ADD COLUMN "channel" TEXT NOT NULL DEFAULT 'email',
    ADD COLUMN "state" TEXT NOT NULL DEFAULT 'queued',
    ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "not_before" TIMESTAMPTZ(3),
    ADD COLUMN "claimed_until" TIMESTAMPTZ(3),
    ADD COLUMN "handed_at" TIMESTAMPTZ(3),
    ADD COLUMN "may_be_doubled" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "provider_id" TEXT,
    ADD COLUMN "joins_summary" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "summary" TEXT,
    ADD COLUMN "language" TEXT NOT NULL DEFAULT 'nb',
    ADD COLUMN "why" TEXT,
    ADD COLUMN "stops_with_task" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "calendar" TEXT;
-- What was written before: sent, given up, or still to be sent.
UPDATE "notification" SET "not_before" = "at", "handed_at" = "sent_at",
    "state" = CASE WHEN "sent_at" IS NOT NULL THEN 'sent' WHEN "failed" IS NOT NULL THEN 'failed' ELSE 'queued' END;
ALTER TABLE "notification" ALTER COLUMN "not_before" SET NOT NULL;

-- How often somebody must look at a case of a definition at least.
ALTER TABLE "definition" ADD COLUMN "attention" TEXT;

CREATE TABLE "notice_preference" (
    "tenant" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'nb',
    "daily_digest" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("tenant","actor")
);

CREATE TABLE "absence" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "substitute" TEXT NOT NULL,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("tenant","id")
);

CREATE TABLE "attention" (
    "tenant" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_by" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "note" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "attention_pkey" PRIMARY KEY ("tenant","instance")
);

CREATE TABLE "meeting" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "content" JSONB NOT NULL,
    "invited" TEXT[],

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("tenant","id")
);

CREATE INDEX "absence_tenant_actor_idx" ON "absence"("tenant", "actor");
CREATE INDEX "attention_tenant_due_at_idx" ON "attention"("tenant", "due_at");
CREATE INDEX "meeting_tenant_instance_idx" ON "meeting"("tenant", "instance");
-- Indexes that Prisma's schema cannot express: what waits, what is under way, what bounces find.
CREATE INDEX "notification_waiting_idx" ON "notification" ("tenant", "not_before") WHERE "state" = 'queued';
CREATE INDEX "notification_under_way_idx" ON "notification" ("tenant", "claimed_until") WHERE "state" = 'sending';
CREATE INDEX "notification_handed_idx" ON "notification" ("tenant", "to_actor", "handed_at") WHERE "state" IN ('sending', 'sent');
CREATE INDEX "notification_undelivered_idx" ON "notification" ("tenant", "at") WHERE "state" IN ('failed', 'bounced');
CREATE INDEX "notification_provider_idx" ON "notification" ("tenant", "provider_id") WHERE "provider_id" IS NOT NULL;

ALTER TABLE "attention" ADD CONSTRAINT "attention_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance")
  REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance")
  REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['notice_preference', 'absence', 'attention', 'meeting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
