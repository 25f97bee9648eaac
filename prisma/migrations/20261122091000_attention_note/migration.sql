-- What somebody wrote about a look at a case: kept in rows of its own, never in the case. The column that was meant for it was
-- never written nor read.
CREATE TABLE "attention_note" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "attention_note_pkey" PRIMARY KEY ("tenant","id")
);
ALTER TABLE "attention" DROP COLUMN "note";

CREATE INDEX "attention_note_tenant_instance_idx" ON "attention_note"("tenant", "instance");
ALTER TABLE "attention_note" ADD CONSTRAINT "attention_note_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance")
  REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE "attention_note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attention_note" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "attention_note" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "attention_note" TO boligflyt_app;
