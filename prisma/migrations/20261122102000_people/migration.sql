-- The people whom the municipality helps, those who act for them, and who lives together. No health data in any of them.
CREATE TABLE "registered_person" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "born_on" DATE,
    "language" TEXT NOT NULL DEFAULT 'nb',
    "channel" TEXT NOT NULL DEFAULT 'digital',
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "protection" TEXT NOT NULL DEFAULT 'none',
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registered_person_pkey" PRIMARY KEY ("tenant","id")
);
CREATE TABLE "representative" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "actor" TEXT,
    "organisation" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "representative_pkey" PRIMARY KEY ("tenant","id")
);
CREATE TABLE "household" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "household_pkey" PRIMARY KEY ("tenant","id")
);
CREATE TABLE "household_member" (
    "tenant" TEXT NOT NULL,
    "household" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "household_member_pkey" PRIMARY KEY ("tenant","household","person")
);
CREATE INDEX "representative_tenant_person_idx" ON "representative"("tenant", "person");
CREATE INDEX "representative_tenant_actor_idx" ON "representative"("tenant", "actor");
CREATE INDEX "household_member_tenant_person_idx" ON "household_member"("tenant", "person");
ALTER TABLE "representative" ADD CONSTRAINT "representative_tenant_person_fkey" FOREIGN KEY ("tenant", "person")
  REFERENCES "registered_person"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_tenant_household_fkey" FOREIGN KEY ("tenant", "household")
  REFERENCES "household"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_tenant_person_fkey" FOREIGN KEY ("tenant", "person")
  REFERENCES "registered_person"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What is not kept cannot leak: nothing by which a person with a protected address (kode 6 and 7) can be found.
ALTER TABLE "registered_person" ADD CONSTRAINT "registered_person_not_found" CHECK (
  "protection" = 'none' OR ("address" IS NULL AND "phone" IS NULL AND "email" IS NULL));
ALTER TABLE "registered_person" ADD CONSTRAINT "registered_person_words" CHECK (
  "protection" IN ('none', 'fortrolig', 'strengt-fortrolig') AND "language" IN ('nb', 'nn', 'en')
  AND "channel" IN ('digital', 'paper'));
ALTER TABLE "representative" ADD CONSTRAINT "representative_words" CHECK ("kind" IN ('fullmektig', 'stottespiller'));
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_words" CHECK ("role" IN ('voksen', 'barn'));

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['registered_person', 'representative', 'household', 'household_member'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
