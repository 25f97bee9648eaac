-- What an operator wants done to many cases, and how far it has come: the rows are the truth, workers come and go.
CREATE TABLE "batch" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "operation" JSONB NOT NULL,
    "selection" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "groups" TEXT[],
    "request" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "batch_pkey" PRIMARY KEY ("tenant","id")
);

CREATE TABLE "batch_item" (
    "tenant" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "instance" TEXT NOT NULL,
    "incident" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "refusal" JSONB,

    CONSTRAINT "batch_item_pkey" PRIMARY KEY ("tenant","batch","seq")
);

CREATE UNIQUE INDEX "batch_tenant_actor_request_key" ON "batch"("tenant", "actor", "request");
CREATE INDEX "batch_item_waiting_idx" ON "batch_item" ("tenant", "batch", "seq") WHERE "state" = 'waiting';

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['batch', 'batch_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
