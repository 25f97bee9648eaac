-- CreateTable
CREATE TABLE "hearing_statement" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "sender_kind" TEXT NOT NULL,
    "sender_name" TEXT,
    "registered_by" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "published_text" TEXT,
    "redacted_by" TEXT,
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "hearing_statement_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateIndex
CREATE INDEX "hearing_statement_tenant_project_received_at_idx" ON "hearing_statement"("tenant", "project", "received_at");

-- AddForeignKey
ALTER TABLE "hearing_statement" ADD CONSTRAINT "hearing_statement_tenant_project_fkey" FOREIGN KEY ("tenant", "project") REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What is held is shown to nobody, and what is redacted says by whom and when.
ALTER TABLE "hearing_statement" ADD CONSTRAINT "hearing_statement_state" CHECK (
  state = 'held' AND published_text IS NULL AND redacted_by IS NULL
  OR state = 'published' AND published_text IS NOT NULL AND redacted_by IS NULL
  OR state = 'redacted' AND published_text IS NOT NULL AND redacted_by IS NOT NULL AND redacted_at IS NOT NULL);

ALTER TABLE "hearing_statement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "hearing_statement" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "hearing_statement" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- What was said, by whom and when, stays as it was.
GRANT SELECT, INSERT ON "hearing_statement" TO boligflyt_app;
GRANT UPDATE (state, published_text, redacted_by, redacted_at) ON "hearing_statement" TO boligflyt_app;
