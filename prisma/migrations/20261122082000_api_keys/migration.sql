-- Keys by which programs act as persons. The secret is nowhere: its SHA-256 is enough to know it again.
CREATE TABLE "api_key" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("tenant","id")
);

-- No key lasts for ever, whoever writes the row. Hours, because a day of the calendar is not always 24 of them.
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_lasts_a_year_at_most"
  CHECK ("expires_at" <= "created_at" + interval '8760 hours');

ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "api_key" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- A key that was made stays as it was made: it can be used and it can be taken back.
GRANT SELECT, INSERT, UPDATE ("revoked_at", "last_used_at") ON "api_key" TO boligflyt_app;
