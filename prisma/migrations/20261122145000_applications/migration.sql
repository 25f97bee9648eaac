-- CreateTable
CREATE TABLE "application" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person" TEXT,
    "asked_for" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "received_by" TEXT NOT NULL,
    "belongs_to" TEXT NOT NULL,
    "forwarded_at" TIMESTAMPTZ(3),
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateIndex
CREATE INDEX "application_tenant_person_idx" ON "application"("tenant", "person");

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_tenant_id_fkey" FOREIGN KEY ("tenant", "id") REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE "application" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "application" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "application" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- When it came and to whom stays as it was.
GRANT SELECT, INSERT ON "application" TO boligflyt_app;
