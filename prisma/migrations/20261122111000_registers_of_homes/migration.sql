-- CreateTable
CREATE TABLE "building" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "groups" TEXT[],
    "owner" TEXT NOT NULL,
    "responsible_unit" TEXT NOT NULL,
    "capacity" INTEGER,
    "status" TEXT NOT NULL,
    "finished_on" DATE,
    "constraints" JSONB NOT NULL,
    "repair_rules" JSONB NOT NULL,
    "freeze" JSONB,
    "freeze_proposed_at" TIMESTAMPTZ(3),
    "synthetic" BOOLEAN NOT NULL,
    "source" TEXT,
    "notes" TEXT,

    CONSTRAINT "building_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "home" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "building" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kobo_id" TEXT,
    "fdvu_bolig_id" TEXT,
    "boligtype" TEXT NOT NULL,
    "egenskaper" TEXT[],
    "antall_soverom" INTEGER,
    "bruksareal" INTEGER,
    "etasjenummer" INTEGER,
    "disposisjonsform" TEXT NOT NULL,
    "er_bofellesskap" BOOLEAN NOT NULL,
    "er_tilgjengelig_for_rullestolbruker" BOOLEAN NOT NULL,
    "leiekostnad" INTEGER,
    "leie_til_eie_potensial" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "vacant_since" DATE,
    "synthetic" BOOLEAN NOT NULL,
    "source" TEXT,

    CONSTRAINT "home_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "home_reservation" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    "person" TEXT,
    "decided_in" TEXT,
    "reserved_at" TIMESTAMPTZ(3) NOT NULL,
    "reserved_by" TEXT NOT NULL,
    "until_on" DATE,
    "released_at" TIMESTAMPTZ(3),
    "released" TEXT,

    CONSTRAINT "home_reservation_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "tenancy" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "decided_in" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "rent" INTEGER,
    "move_requested_on" DATE,
    "leaves_on" DATE,
    "ended_on" DATE,
    "end_reason" TEXT,

    CONSTRAINT "tenancy_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "repair" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "building" TEXT NOT NULL,
    "home" TEXT,
    "work" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "responsible" TEXT,
    "state" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "made_safe_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reopened" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "repair_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "agreement_gap" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "building" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "refused_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_gap_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "safety_report" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "building" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "safety_report_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "register_history" (
    "tenant" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "decided_in" TEXT,

    CONSTRAINT "register_history_pkey" PRIMARY KEY ("tenant","register","record","revision")
);

-- CreateIndex
CREATE INDEX "home_tenant_building_idx" ON "home"("tenant", "building");

-- CreateIndex
CREATE UNIQUE INDEX "home_tenant_kobo_id_key" ON "home"("tenant", "kobo_id");

-- CreateIndex
CREATE INDEX "home_reservation_tenant_home_idx" ON "home_reservation"("tenant", "home");

-- CreateIndex
CREATE INDEX "tenancy_tenant_home_idx" ON "tenancy"("tenant", "home");

-- CreateIndex
CREATE INDEX "tenancy_tenant_person_idx" ON "tenancy"("tenant", "person");

-- CreateIndex
CREATE INDEX "repair_tenant_building_reported_at_idx" ON "repair"("tenant", "building", "reported_at");

-- CreateIndex
CREATE INDEX "agreement_gap_tenant_building_idx" ON "agreement_gap"("tenant", "building");

-- CreateIndex
CREATE INDEX "safety_report_tenant_building_reported_at_idx" ON "safety_report"("tenant", "building", "reported_at");

-- AddForeignKey
ALTER TABLE "home" ADD CONSTRAINT "home_tenant_building_fkey" FOREIGN KEY ("tenant", "building") REFERENCES "building"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "home_reservation" ADD CONSTRAINT "home_reservation_tenant_home_fkey" FOREIGN KEY ("tenant", "home") REFERENCES "home"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenancy" ADD CONSTRAINT "tenancy_tenant_home_fkey" FOREIGN KEY ("tenant", "home") REFERENCES "home"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A home is never given to two people, whoever asks and in whatever order: at most one reservation that is not released, and at
-- most one lease that is not ended.
CREATE UNIQUE INDEX "home_reservation_live_key" ON "home_reservation" ("tenant", "home") WHERE "released_at" IS NULL;
CREATE UNIQUE INDEX "tenancy_live_key" ON "tenancy" ("tenant", "home") WHERE "ended_on" IS NULL;
CREATE INDEX "agreement_gap_open_idx" ON "agreement_gap" ("tenant", "found_at") WHERE "closed_at" IS NULL;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'building', 'home', 'home_reservation', 'tenancy', 'repair', 'agreement_gap', 'safety_report', 'register_history'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    -- What is over stays: a reservation is released, a lease is ended, a home goes out of use.
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
-- What was changed, by whom and why, is never rewritten.
REVOKE UPDATE ON "register_history" FROM boligflyt_app;
