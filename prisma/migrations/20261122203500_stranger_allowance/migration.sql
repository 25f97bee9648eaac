-- CreateTable
CREATE TABLE "stranger_allowance" (
    "tenant" TEXT NOT NULL,
    "source" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3)[],
    "last_taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stranger_allowance_pkey" PRIMARY KEY ("tenant","source")
);

ALTER TABLE "stranger_allowance" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stranger_allowance" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "stranger_allowance" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "stranger_allowance" TO boligflyt_app;
