-- A timer of no case, once a minute for each municipality: that it rings shows that everything which rings timers is at work.
CREATE TABLE "canary" (
    "tenant" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "rung_at" TIMESTAMPTZ(3),
    "by_hint" BIGINT NOT NULL DEFAULT 0,
    "by_sweep" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "canary_pkey" PRIMARY KEY ("tenant")
);

ALTER TABLE "canary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "canary" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "canary" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "canary" TO boligflyt_app;
