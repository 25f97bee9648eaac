-- Decision models (DMN) are deployed beside processes and forms, and what is deployed together has a number in common.
ALTER TABLE "definition" ADD COLUMN "deployment" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "version_tag" TEXT;

CREATE TABLE "decision_model" (
    "tenant" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "xml" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "imports" TEXT[],
    "deployment" INTEGER NOT NULL,
    "deployed_at" TIMESTAMPTZ(3) NOT NULL,
    "deployed_by" TEXT NOT NULL,

    CONSTRAINT "decision_model_pkey" PRIMARY KEY ("tenant","namespace","id","version")
);

CREATE TABLE "decision" (
    "tenant" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "version_tag" TEXT,
    "model_namespace" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "model_version" INTEGER NOT NULL,
    "deployment" INTEGER NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("tenant","key","version")
);

-- One municipality at a time, for the owner too; and what was deployed stays as it was.
DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['decision_model', 'decision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
