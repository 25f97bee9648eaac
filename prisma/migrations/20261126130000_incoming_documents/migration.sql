-- Documents that came in to a case and were entered by hand (ADR 78). What names nobody stands in the journal register, and stays when the
-- case is deleted; whom a document is from and where it lies goes with the case.
ALTER TABLE "journal_entry" ADD COLUMN "sender_kind" TEXT,
  ADD COLUMN "exemption" TEXT,
  ADD COLUMN "corrects_year" INTEGER,
  ADD COLUMN "corrects_number" INTEGER;
ALTER TABLE "journal_entry" DROP CONSTRAINT "journal_entry_sent_by_check";
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_sent_by_check" CHECK ("sent_by" IN ('digital', 'post', 'e-post', 'levert'));

CREATE TABLE "incoming_document" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "received_on" DATE NOT NULL,
    "sender_kind" TEXT NOT NULL,
    "sender_name" TEXT,
    "document_type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "came_by" TEXT NOT NULL,
    "exemption" TEXT,
    "kept_at" TEXT NOT NULL,
    "corrects" TEXT,
    "reason" TEXT,
    "is_void" BOOLEAN NOT NULL DEFAULT false,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incoming_document_pkey" PRIMARY KEY ("tenant","id"),
    CONSTRAINT "incoming_document_sender_check" CHECK (
      ("sender_kind" = 'party' AND "sender_name" IS NULL)
      OR ("sender_kind" IN ('person', 'institution') AND "sender_name" IS NOT NULL)),
    CONSTRAINT "incoming_document_correction_check" CHECK (
      ("corrects" IS NULL) = ("reason" IS NULL) AND ("corrects" IS NOT NULL OR NOT "is_void"))
);
CREATE INDEX "incoming_document_tenant_instance_idx" ON "incoming_document"("tenant", "instance");
CREATE UNIQUE INDEX "incoming_document_tenant_corrects_key" ON "incoming_document"("tenant", "corrects");
ALTER TABLE "incoming_document" ADD CONSTRAINT "incoming_document_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance") REFERENCES "process_instance"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Written from src/cases/access/role-matrix.ts by rowAccessSql (row-access.ts); a test compares them.
CREATE OR REPLACE FUNCTION boligflyt_shows_all(guarded text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT current_setting('app.reader_roles', true) IS NULL
    OR (guarded <> 'registered_person' AND current_setting('app.row_access', true) IS NULL)
    OR coalesce(string_to_array(current_setting('app.reader_roles', true), ',') && CASE guarded
    WHEN 'registered_person' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'representative' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'household' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'household_member' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'household_change' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'read_log' THEN '{system,personvernombud,admin}'::text[]
    WHEN 'case_decision' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,klagebehandler}'::text[]
    WHEN 'case_record' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,klagebehandler}'::text[]
    WHEN 'letter' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler}'::text[]
    WHEN 'incoming_document' THEN '{system,hvk,bst,nav,te,klagebehandler,prosjektleder,fagstab}'::text[]
    WHEN 'waiting_list_entry' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,klagebehandler}'::text[]
    WHEN 'waiting_list_review' THEN '{system,hvk,bst,botiltaksleder,ambulant,nav,klagebehandler}'::text[]
    WHEN 'tenancy' THEN '{system,hvk,bst,ambulant,nav,te}'::text[]
    WHEN 'rent_claim' THEN '{system,hvk,bst,ambulant,nav,te}'::text[]
    WHEN 'hearing_statement' THEN '{system,prosjektleder,fagstab}'::text[]
    WHEN 'repair' THEN '{system,hvk,bst,botiltaksleder,ambulant,te,vaktmester,prosjektleder,borettslag}'::text[]
    WHEN 'safety_report' THEN '{system,hvk,bst,botiltaksleder,ambulant,te}'::text[]
    WHEN 'other_letter' THEN '{system,brukerrepresentant,hvk,bst,botiltaksleder,ambulant,nav,te,vaktmester,klagebehandler,prosjektleder,fagstab,politiker,personvernombud,admin}'::text[]
  END, false)
$$;

ALTER TABLE "incoming_document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "incoming_document" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "incoming_document" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- To the one whom the case is about those that are from themselves.
CREATE POLICY shown_by_role ON "incoming_document" AS RESTRICTIVE FOR SELECT USING (
  (SELECT boligflyt_shows_all('incoming_document'))
  OR (sender_kind = 'party' AND EXISTS (
    SELECT FROM process_instance AS c
    WHERE c.tenant = incoming_document.tenant AND c.id = incoming_document.instance
      AND c.subject = (SELECT current_setting('app.reader', true)))));
GRANT SELECT, INSERT ON "incoming_document" TO boligflyt_app;
