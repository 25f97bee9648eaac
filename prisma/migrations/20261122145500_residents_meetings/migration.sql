ALTER TABLE "building" ADD COLUMN "meeting_every" TEXT;

CREATE TABLE "residents_meeting" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "building" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_on" DATE,
    "held_on" DATE,
    "attendance" INTEGER,
    "contact_elected" BOOLEAN,
    "activities" INTEGER,
    "meals" INTEGER,

    CONSTRAINT "residents_meeting_pkey" PRIMARY KEY ("tenant","id")
);

CREATE TABLE "agenda_item" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "building" TEXT NOT NULL,
    "meeting" TEXT,
    "text" TEXT NOT NULL,
    "raised_on" DATE NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "answered_on" DATE,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("tenant","id")
);

CREATE INDEX "residents_meeting_tenant_building_called_at_idx" ON "residents_meeting"("tenant", "building", "called_at");
CREATE INDEX "agenda_item_tenant_building_raised_on_idx" ON "agenda_item"("tenant", "building", "raised_on");

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['residents_meeting', 'agenda_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
