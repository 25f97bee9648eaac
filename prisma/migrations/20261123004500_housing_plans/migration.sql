-- CreateTable
CREATE TABLE "housing_plan" (
    "tenant" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "dream" TEXT,
    "next_step" TEXT,
    "obstacles" TEXT,
    "steps" TEXT[],
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "housing_plan_pkey" PRIMARY KEY ("tenant","person")
);

-- CreateTable
CREATE TABLE "housing_plan_share" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "grp" TEXT,
    "actor" TEXT,
    "shared_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "housing_plan_share_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateIndex
CREATE INDEX "housing_plan_share_tenant_person_idx" ON "housing_plan_share"("tenant", "person");

-- AddForeignKey
ALTER TABLE "housing_plan" ADD CONSTRAINT "housing_plan_tenant_person_fkey" FOREIGN KEY ("tenant", "person") REFERENCES "registered_person"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "housing_plan_share" ADD CONSTRAINT "housing_plan_share_tenant_person_fkey" FOREIGN KEY ("tenant", "person") REFERENCES "registered_person"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Shared with a unit or with somebody, and once with each at a time.
ALTER TABLE "housing_plan_share" ADD CONSTRAINT "housing_plan_share_with_one" CHECK (num_nonnulls(grp, actor) = 1);
CREATE UNIQUE INDEX "housing_plan_share_once" ON "housing_plan_share" (tenant, person, coalesce(grp, ''), coalesce(actor, ''))
  WHERE withdrawn_at IS NULL;

ALTER TABLE "housing_plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "housing_plan" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "housing_plan" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE ON "housing_plan" TO boligflyt_app;

ALTER TABLE "housing_plan_share" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "housing_plan_share" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "housing_plan_share" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- That it was shared, and for how long, stays.
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON "housing_plan_share" TO boligflyt_app;
